'use client'

import { type KeyboardEvent, type RefObject, useId, useState } from 'react'
import { isComposing } from '@/components/ui/input-method'
import { optionId } from './reply-options'
import { findSlash } from './slash'
import { useActiveOption } from './use-active-option'
import type { Insertion } from './use-insertion'
import { type Replies, type ReplyChoice, useReplies } from './use-replies'

/** So many are shown above the field; who looks for another goes on typing. */
const SHOWN = 6

export type SlashList = {
  id: string
  replies: Replies
  /** How many match besides those shown. */
  more: number
  active: number
  choose: (reply: ReplyChoice) => void
}

export type SlashState = {
  /** Null: nobody looks for one. */
  list: SlashList | null
  /** What the field has to carry. */
  field: {
    onInput: () => void
    onSelect: () => void
    onFocus: () => void
    onBlur: () => void
    'aria-autocomplete': 'list'
    'aria-controls': string | undefined
    'aria-activedescendant': string | undefined
  }
  /** Whether the key was the list's. */
  press: (event: KeyboardEvent) => boolean
}

/** `/` in a message opens the quick replies, what follows filters them. */
export function useSlash(
  text: string,
  field: RefObject<HTMLTextAreaElement | null>,
  { insert, settle }: Insertion,
): SlashState {
  const id = useId()
  const [cursor, setCursor] = useState(0)
  const [focused, setFocused] = useState(false)
  // where a slash stands that was not meant so
  const [dismissed, setDismissed] = useState<number | null>(null)
  const slash = focused ? findSlash(text, Math.min(cursor, text.length)) : null
  if (slash === null && focused && dismissed !== null) setDismissed(null)
  const asked = slash !== null && slash.from !== dismissed ? slash : null
  const replies = useReplies('REPLY', { wanted: focused, filter: asked?.query ?? '' })
  const found = replies.found?.slice(0, SHOWN) ?? []

  const readCursor = () => {
    setFocused(document.activeElement === field.current)
    setCursor(field.current?.selectionEnd ?? 0)
  }
  const choose = ({ text: chosen }: ReplyChoice) => {
    if (!asked) return
    insert(chosen, { from: asked.from, to: cursor })
    requestAnimationFrame(settle)
  }
  const options = useActiveOption(asked?.query ?? '', found.length, (at) => found[at] && choose(found[at]))
  const press = (event: KeyboardEvent) => {
    if (!asked || isComposing(event.nativeEvent)) return false
    if (event.key === 'Escape') setDismissed(asked.from)
    // what was begun as a search does not go to the buyer
    else if (!options.press(event) && (event.key !== 'Enter' || event.shiftKey)) return false
    event.preventDefault()
    return true
  }
  const shown = asked !== null && found.length > 0
  return {
    list: asked && {
      id,
      replies: { ...replies, found: replies.found && found },
      more: (replies.found?.length ?? 0) - found.length,
      active: options.active,
      choose,
    },
    field: {
      onInput: readCursor,
      onSelect: readCursor,
      onFocus: () => setFocused(true),
      onBlur: () => setFocused(false),
      'aria-autocomplete': 'list',
      'aria-controls': shown ? id : undefined,
      'aria-activedescendant': shown ? optionId(id, options.active) : undefined,
    },
    press,
  }
}

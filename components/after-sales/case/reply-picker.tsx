'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useRef, useState } from 'react'
import { Input } from '@/components/ui/input'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import type { RejectionReason } from '@/lib/after-sales/domain/after-sale'
import type { ReplyKind } from '@/lib/quick-replies/domain/quick-reply'
import { optionId, ReplyOptions } from './reply-options'
import { useActiveOption } from './use-active-option'
import { type ReplyChoice, useReplies } from './use-replies'

export type ReplyPickerProps = {
  kind: ReplyKind
  /** Its texts stand before the others. */
  first?: RejectionReason | undefined
  /** Where no case is around to say it. */
  shopId?: string | undefined
  align: 'start' | 'end'
  initiallyOpen?: boolean
  /** The button. */
  children: ReactNode
  onChoose: (reply: ReplyChoice) => void
  /** After one was chosen and the list is gone: the focus is free. */
  onChosen: () => void
}

/** A button that opens the texts that are there already, with a field to find one. */
export default function ReplyPicker(props: ReplyPickerProps) {
  const { kind, first, shopId, align, initiallyOpen = false, children, ...on } = props
  const t = useTranslations(kind === 'REPLY' ? 'case.replies' : 'reject.templates')
  const [open, setOpen] = useState(initiallyOpen)
  const [filter, setFilter] = useState('')
  const chosen = useRef(false)
  const listId = useId()
  const replies = useReplies(kind, { wanted: open, filter, first, shopId })
  const found = replies.found ?? []
  const choose = (reply: ReplyChoice) => {
    chosen.current = true
    setOpen(false)
    setFilter('')
    on.onChoose(reply)
  }
  const { active, press } = useActiveOption(filter, found.length, (at) => found[at] && choose(found[at]))
  const onCloseAutoFocus = (event: Event) => {
    if (!chosen.current) return
    chosen.current = false
    event.preventDefault()
    on.onChosen()
  }
  return (
    <Popover modal onOpenChange={setOpen} open={open}>
      <PopoverTrigger asChild>{children}</PopoverTrigger>
      <PopoverContent
        align={align}
        aria-label={t('open')}
        className="max-h-[min(420px,var(--radix-popover-content-available-height))]! w-96 p-2! pt-0!"
        onCloseAutoFocus={onCloseAutoFocus}
        // a case's composer stands at the foot of the screen, the others at the top of their sheets
        side={kind === 'REPLY' && shopId === undefined ? 'top' : 'bottom'}
      >
        <div className="sticky top-0 bg-surface pt-2">
          <Input
            aria-activedescendant={found.length > 0 ? optionId(listId, active) : undefined}
            aria-autocomplete="list"
            aria-controls={found.length > 0 ? listId : undefined}
            aria-expanded={found.length > 0}
            aria-label={t('filter')}
            autoComplete="off"
            onChange={(event) => setFilter(event.target.value)}
            onKeyDown={(event) => event.key !== 'Tab' && press(event)}
            placeholder={t('filter')}
            role="combobox"
            value={filter}
          />
        </div>
        <div className="mt-1">
          <ReplyOptions active={active} id={listId} kind={kind} none={t('none')} onChoose={choose} replies={replies} />
        </div>
      </PopoverContent>
    </Popover>
  )
}

'use client'

import { type RefObject, useRef } from 'react'
import { findUnfilled } from '@/lib/quick-replies/domain/variables'

export type Insertion = {
  /** Puts a text in the place of what stands from here to there; without a place where the cursor is. */
  insert: (inserted: string, place?: { from: number; to: number }) => void
  /** Once it is drawn: the cursor behind it, or on the first placeholder that nothing was put in for. */
  settle: () => void
}

/** Puts texts into a field. `keep`: its placeholders are to stay. */
export function useInsertion(
  text: string,
  setText: (text: string) => void,
  field: RefObject<HTMLTextAreaElement | null>,
  keep = false,
): Insertion {
  const next = useRef<[number, number] | null>(null)
  return {
    insert: (inserted, place) => {
      const { from, to } = place ?? {
        from: field.current?.selectionStart ?? text.length,
        to: field.current?.selectionEnd ?? text.length,
      }
      const [unfilled] = keep ? [] : findUnfilled(inserted)
      const end = from + inserted.length
      const mark = unfilled === undefined ? end : from + inserted.indexOf(unfilled)
      next.current = [mark, unfilled === undefined ? end : mark + unfilled.length]
      setText(text.slice(0, from) + inserted + text.slice(to))
    },
    settle: () => {
      field.current?.focus()
      if (next.current) field.current?.setSelectionRange(...next.current)
      next.current = null
    },
  }
}

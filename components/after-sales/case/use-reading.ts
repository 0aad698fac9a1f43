'use client'

import { useEffect, useRef } from 'react'
import { announceChange } from '@/components/after-sales/signals'
import { actOnCase } from '@/lib/after-sales/actions'
import type { CaseView } from '@/lib/after-sales/views'

/** R6.2 Puts on record that the buyer's messages have been read, once they are on a screen that is looked at. */
export function useReading({ no, talk, available }: CaseView): void {
  const unread = talk.findLast((entry) => entry.kind === 'message' && entry.side === 'BUYER' && entry.readAt === null)
  const newest = available.includes('readMessages') ? unread?.id : undefined
  const recorded = useRef<string>(undefined)

  useEffect(() => {
    const record = () => {
      if (newest === undefined || recorded.current === newest || document.visibilityState !== 'visible') return
      recorded.current = newest
      // what fails is tried again with the next opening
      actOnCase({ no, command: { type: 'readMessages' } }).then(announceChange, () => undefined)
    }
    record()
    document.addEventListener('visibilitychange', record)
    return () => document.removeEventListener('visibilitychange', record)
  }, [no, newest])
}

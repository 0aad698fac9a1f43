'use client'

import { ConsequenceSentence } from '@/components/after-sales/consequence'
import { levelOf } from '@/components/after-sales/level'
import { ClauseLink } from '@/components/ui/clause-link'
import { Fuse } from '@/components/ui/clock'
import { useNow } from '@/components/ui/ticker'
import type { Consequence } from '@/lib/after-sales/domain/deadline'
import type { Clock } from '@/lib/after-sales/views'
import { BigClock } from './big-clock'

// They tick; what is written beside them is not drawn anew each second.

/** The case's clock in the head of a sheet. */
export function SheetDigits({ clock }: { clock: Clock }) {
  return <BigClock clock={clock} now={useNow()} small />
}

/** Its fuse, as the head's lower edge. */
export function SheetEdge({ clock }: { clock: Clock }) {
  return <Fuse edge {...levelOf(clock, useNow())} />
}

/** What it leads to if nothing comes of what the sheet is about. */
export function ClockAnyway({ clock, consequence }: { clock: Clock; consequence: Consequence }) {
  return (
    <>
      <ConsequenceSentence as="row" clock={clock} consequence={consequence} now={useNow()} />{' '}
      <ClauseLink clause={consequence.clause} />
    </>
  )
}

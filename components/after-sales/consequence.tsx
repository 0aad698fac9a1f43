'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Consequence } from '@/lib/after-sales/domain/deadline'
import type { Clock } from '@/lib/after-sales/views'
import { formatDay } from '@/lib/i18n/time'
import { formatFen } from '@/lib/money'

export type ConsequenceProps = {
  consequence: Consequence
  clock: Clock
  now: number
  /** On a row the verb stands out; as a heading the whole sentence does, and it is complete. */
  as: 'row' | 'head'
}

const DAY = 24 * 60 * 60 * 1000

/** What happens if nobody acts, when, and what it costs. One sentence, wherever it stands. */
export function ConsequenceSentence({ consequence, clock, now, as }: ConsequenceProps) {
  const t = useTranslations('consequence')
  const locale = useLocale()
  const form = now > clock.dueAt ? 'passed' : as
  return t.rich(`${form}${consequence.outcome}`, {
    when: formatDay(clock.dueAt, now, locale),
    amount: formatFen(consequence.amountFen ?? 0),
    days: Math.round(clock.limitMs / DAY),
    quiet: (chunks: ReactNode) => <span className="font-normal text-ink-3">{chunks}</span>,
    strong: (chunks: ReactNode) => <b className="font-semibold text-ink">{chunks}</b>,
  })
}

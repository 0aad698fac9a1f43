'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useToday } from '@/components/after-sales/use-ticked'
import { gaveOf } from '@/components/disputes/gave'
import type { DisputeRow } from '@/lib/disputes/views'
import { daysUntil, formatDay } from '@/lib/i18n/time'
import { formatFen } from '@/lib/money'

/** What happens in a dispute if the merchant does nothing, whom it waits for, or how it ended. */
export function OwnRowSentence({ row }: { row: DisputeRow }) {
  const t = useTranslations('dispute.list')
  const words = useTranslations('words')
  const locale = useLocale()
  const today = useToday()
  const { MERCHANT: mine, BUYER: theirs } = row.evidence
  const quiet = (chunks: ReactNode) => <span className="text-ink-3">{chunks}</span>
  const strong = (chunks: ReactNode) => <b className="font-semibold text-ink">{chunks}</b>
  switch (row.stage) {
    case 'EVIDENCE': {
      if (!mine.open)
        return <span className="text-ink-3">{t('waiting', { when: formatDay(theirs.dueAt, today, locale) })}</span>
      const when = formatDay(mine.dueAt, today, locale)
      // a date takes the room of a word
      const dated = daysUntil(mine.dueAt, today) > 1
      return (
        <>
          {t.rich(`${mine.submissions > 0 ? 'givingMore' : 'giving'}${dated ? 'Dated' : ''}`, { when, quiet, strong })}
          <Clause>R4.3</Clause>
        </>
      )
    }
    case 'UNDER_REVIEW':
      return (
        <span className="text-ink-3">
          {t('review', { gave: gaveOf(row) })}
          <Clause>R4.5</Clause>
        </span>
      )
    case 'RESOLVED': {
      if (!row.ruling) return null
      const liability = words(`liability.${row.ruling.liability}`)
      const { amountFen, outcome } = row.ruling
      if (amountFen === null) return t('ruled', { liability, outcome: words(`rulingOutcome.${outcome}`) })
      return t('ruledRefund', { liability, amount: formatFen(amountFen, row.currency) })
    }
    case 'WITHDRAWN':
      return <span className="text-ink-3">{t('withdrawn')}</span>
    case 'CONCEDED':
      return <span className="text-ink-3">{t('conceded')}</span>
  }
}

function Clause({ children }: { children: string }) {
  return <span className="text-ink-3"> · {children}</span>
}

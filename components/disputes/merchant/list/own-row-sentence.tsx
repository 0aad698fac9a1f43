'use client'

import { cx } from 'class-variance-authority'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useToday } from '@/components/after-sales/use-ticked'
import { gaveOf } from '@/components/disputes/gave'
import type { Clause } from '@/lib/after-sales/domain/clauses'
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
      if (!mine.open) return <Line quiet>{t('waiting', { when: formatDay(theirs.dueAt, today, locale) })}</Line>
      const when = formatDay(mine.dueAt, today, locale)
      // a date takes the room of a word
      const dated = daysUntil(mine.dueAt, today) > 1
      return (
        <Line clause="R4.3">
          {t.rich(`${mine.submissions > 0 ? 'givingMore' : 'giving'}${dated ? 'Dated' : ''}`, { when, quiet, strong })}
        </Line>
      )
    }
    case 'UNDER_REVIEW':
      return (
        <Line clause="R4.5" quiet>
          {t('review', { gave: gaveOf(row) })}
        </Line>
      )
    case 'RESOLVED': {
      if (!row.ruling) return null
      const liability = words(`liability.${row.ruling.liability}`)
      const { amountFen, outcome } = row.ruling
      if (amountFen === null)
        return <Line>{t('ruled', { liability, outcome: words(`rulingOutcome.${outcome}`) })}</Line>
      return <Line>{t('ruledRefund', { liability, amount: formatFen(amountFen, row.currency) })}</Line>
    }
    case 'WITHDRAWN':
      return <Line quiet>{t('withdrawn')}</Line>
    case 'CONCEDED':
      return <Line quiet>{t('conceded')}</Line>
  }
}

/** The clause stands there whole or not at all: where it has no room it wraps out of sight. */
function Line({ clause, quiet = false, children }: { clause?: Clause; quiet?: boolean; children: ReactNode }) {
  return (
    <span className={cx('flex h-4.5 min-w-0 flex-wrap overflow-hidden', quiet && 'text-ink-3')}>
      <span className="max-w-full truncate">{children}</span>
      {clause && <span className="whitespace-pre text-ink-3"> · {clause}</span>}
    </span>
  )
}

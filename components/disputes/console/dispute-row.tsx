'use client'

import { useLocale, useTranslations } from 'next-intl'
import { memo } from 'react'
import { useTicked, useToday } from '@/components/after-sales/use-ticked'
import { Ended, EvidenceClock } from '@/components/disputes/list/row-time'
import { useRowAmount } from '@/components/disputes/use-row-amount'
import { RowLink } from '@/components/list/row-link'
import type { RowPlace } from '@/components/list/row-list'
import type { DisputeRow } from '@/lib/disputes/views'
import { formatAbsolute } from '@/lib/i18n/time'
import { formatFen } from '@/lib/money'
import { givenOf } from './given'
import { formatWaited } from './waited'

export type DisputeRowProps = RowPlace & { row: DisputeRow; mine: boolean }

/**
 * One dispute: how long it waits or is still heard, what it is about, whose shop it is, and who works on it or else who has
 * given evidence. `mine`: the viewer has claimed it.
 */
export const DisputeRowLink = memo(function DisputeRowLink({ row, mine, ...place }: DisputeRowProps) {
  const { no, title, shop, claim } = row
  const word = useRowWord(row, mine)
  const amount = useRowAmount()(row)
  return (
    <RowLink
      {...place}
      amount={amount}
      clock={<RowTime row={row} />}
      narrow
      no={no}
      title={<span className="truncate font-medium text-ink">{title}</span>}
    >
      <span className="flex min-w-0 items-center">
        <span className="min-w-0 truncate">{shop.name}</span>
        <span className={`max-w-3/4 flex-none truncate pl-1 ${claim ? 'text-frozen' : 'text-ink-3'}`}>· {word}</span>
      </span>
    </RowLink>
  )
})

function RowTime({ row }: { row: DisputeRow }) {
  const t = useTranslations('console')
  const { stage, dueAt, underReviewSince } = row
  // until the next side's time is over
  if (stage === 'EVIDENCE' && dueAt !== null)
    return <EvidenceClock dueAt={dueAt} say={(when) => t('heardUntil', { when })} />
  if (stage === 'UNDER_REVIEW' && underReviewSince !== null) return <Waited since={underReviewSince} />
  return <Ended row={row} />
}

function Waited({ since }: { since: number }) {
  const t = useTranslations('console')
  const locale = useLocale()
  const today = useToday()
  const waited = useTicked((now) => formatWaited(now - since, locale))
  return (
    <span className="grid" title={t('since', { when: formatAbsolute(since, today, locale) })}>
      <span className="text-base leading-5 font-semibold whitespace-nowrap text-ink">{waited}</span>
      <span className="text-xs leading-4 text-ink-3">{t('waited')}</span>
    </span>
  )
}

function useRowWord(row: DisputeRow, mine: boolean): string {
  const t = useTranslations('console')
  const words = useTranslations('words')
  const { ruling, claim } = row
  if (claim) return mine ? t('claim.rowMine') : t('claim.rowBy', { name: claim.name })
  if (!ruling) return t(`given.${givenOf(row)}`)
  const outcome = words(`rulingOutcome.${ruling.outcome}`)
  const amount = ruling.amountFen === null ? '' : ` ${formatFen(ruling.amountFen, row.currency)}`
  return `${outcome}${amount} · ${words(`liability.${ruling.liability}`)}`
}

'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { memo } from 'react'
import { levelOf } from '@/components/after-sales/level'
import { useShownTime, useTicked, useToday } from '@/components/after-sales/use-ticked'
import { useRowAmount } from '@/components/disputes/use-row-amount'
import { Clock } from '@/components/ui/clock'
import { CURRENT_POLICY } from '@/lib/after-sales/domain/policy'
import type { DisputeRow } from '@/lib/disputes/views'
import { formatAbsolute, formatCountdown, formatDate } from '@/lib/i18n/time'
import { formatFen } from '@/lib/money'
import { givenOf } from './given'
import { formatWaited } from './waited'

export type DisputeRowProps = { row: DisputeRow; href: string; selected: boolean; tabbable: boolean; mine: boolean }

/**
 * One dispute: how long it waits or is still heard, what it is about, whose shop it is, and who works on it or else who has
 * given evidence. `mine`: the viewer has claimed it.
 */
export const DisputeRowLink = memo(function DisputeRowLink({ row, href, selected, tabbable, mine }: DisputeRowProps) {
  const { no, title, shop, claim } = row
  const word = useRowWord(row, mine)
  const amount = useRowAmount()(row)
  return (
    <Link
      aria-selected={selected}
      className={ROW}
      data-dispute={no}
      href={href}
      prefetch={false}
      role="option"
      scroll={false}
      tabIndex={tabbable ? 0 : -1}
    >
      <RowTime row={row} />
      <span className="block min-w-0">
        <span className="flex h-5.5 min-w-0 items-center gap-2">
          <span className="truncate font-medium text-ink">{title}</span>
          <span className="ml-auto text-base whitespace-nowrap text-ink-3">{amount}</span>
        </span>
        <span className="flex h-4.5 min-w-0 items-center text-xs max-md:mt-0.5">
          <span className="min-w-0 truncate">{shop.name}</span>
          <span className={`max-w-3/4 flex-none truncate pl-1 ${claim ? 'text-frozen' : 'text-ink-3'}`}>· {word}</span>
        </span>
      </span>
    </Link>
  )
})

const ROW =
  'group relative grid h-(--size-row) [contain-intrinsic-size:auto_60px] [content-visibility:auto] grid-cols-[72px_minmax(0,1fr)] items-center gap-x-3 border-b border-line px-4 text-ink-2 -outline-offset-2 hover:bg-inset hover:no-underline aria-selected:bg-accent-tint aria-selected:shadow-[inset_2px_0_var(--color-accent)] max-md:h-17'

function RowTime({ row: { stage, dueAt, underReviewSince, endedAt } }: { row: DisputeRow }) {
  const t = useTranslations('words.disputeStage')
  if (stage === 'EVIDENCE' && dueAt !== null) return <Running dueAt={dueAt} />
  if (stage === 'UNDER_REVIEW' && underReviewSince !== null) return <Waited since={underReviewSince} />
  return (
    <span className="text-xs text-ink-3">
      <span className="block text-ink-2">{t(stage)}</span>
      {endedAt !== null && <When at={endedAt} />}
    </span>
  )
}

/** Until the next side's time is over. A longer time that support gave shows as whole. */
function Running({ dueAt }: { dueAt: number }) {
  const t = useTranslations('console')
  const words = useTranslations('consequence')
  const locale = useLocale()
  const now = useShownTime(dueAt)
  const { level, left } = levelOf({ dueAt, limitMs: CURRENT_POLICY.evidenceMs }, now)
  return (
    <Clock absolute={t('heardUntil', { when: formatAbsolute(dueAt, now, locale) })} left={left} level={level}>
      {level === 'passed' ? words('passed') : formatCountdown(dueAt - now, locale)}
    </Clock>
  )
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

function When({ at }: { at: number }) {
  const locale = useLocale()
  const today = useToday()
  return (
    <span className="whitespace-nowrap" title={formatAbsolute(at, today, locale)}>
      {formatDate(at, today, locale)}
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

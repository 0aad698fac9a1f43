'use client'

import { Snowflake } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { memo } from 'react'
import { levelOf } from '@/components/after-sales/level'
import { useShownTime, useToday } from '@/components/after-sales/use-ticked'
import { useRowAmount } from '@/components/disputes/use-row-amount'
import { Clock, Fuse } from '@/components/ui/clock'
import { Icon } from '@/components/ui/icon'
import { CURRENT_POLICY } from '@/lib/after-sales/domain/policy'
import type { DisputeRow } from '@/lib/disputes/views'
import { formatAbsolute, formatCountdown, formatDate } from '@/lib/i18n/time'
import { OwnRowSentence } from './own-row-sentence'

export type OwnRowProps = { row: DisputeRow; href: string; selected: boolean; tabbable: boolean }

/** One of the shop's disputes: how long evidence can be given, what it is about, and what happens without it. */
export const OwnRow = memo(function OwnRow({ row, href, selected, tabbable }: OwnRowProps) {
  const amount = useRowAmount()(row)
  return (
    <Link
      aria-selected={selected}
      className={ROW}
      data-dispute={row.no}
      href={href}
      prefetch={false}
      role="option"
      scroll={false}
      tabIndex={tabbable ? 0 : -1}
    >
      <RowClock row={row} />
      <span className="block min-w-0">
        <span className="flex h-5.5 min-w-0 items-center gap-2">
          <span className="truncate">
            <span className="font-medium text-ink">{row.title}</span>
            <span className="text-ink-3"> · {row.buyerName}</span>
          </span>
          <span className="ml-auto text-base whitespace-nowrap text-ink-3">{amount}</span>
        </span>
        <span className="block h-4.5 truncate text-xs max-md:mt-0.5">
          <OwnRowSentence row={row} />
        </span>
      </span>
    </Link>
  )
})

const ROW =
  'group relative grid h-(--size-row) [contain-intrinsic-size:auto_60px] [content-visibility:auto] grid-cols-[72px_minmax(0,1fr)] items-center gap-x-3 border-b border-line px-4 text-ink-2 -outline-offset-2 hover:bg-inset hover:no-underline aria-selected:bg-accent-tint aria-selected:shadow-[inset_2px_0_var(--color-accent)] max-md:h-17'

function RowClock({ row: { stage, evidence, endedAt } }: { row: DisputeRow }) {
  const t = useTranslations('dispute.list')
  const words = useTranslations('words.disputeStage')
  if (stage === 'EVIDENCE' && evidence.MERCHANT.open) return <Running dueAt={evidence.MERCHANT.dueAt} />
  if (stage !== 'EVIDENCE' && stage !== 'UNDER_REVIEW')
    return (
      <span className="text-xs text-ink-3">
        <span className="block text-ink-2">{words(stage)}</span>
        {endedAt !== null && <When at={endedAt} />}
      </span>
    )
  return (
    <span className="grid gap-1.25 text-frozen">
      <span className="inline-flex items-center gap-1 text-sm leading-5 whitespace-nowrap">
        <Icon as={Snowflake} small />
        {t(stage === 'EVIDENCE' ? 'waitingBuyer' : 'underReview')}
      </span>
      <Fuse left={100} level="frozen" />
    </span>
  )
}

/** A longer time that support gave shows as whole. */
function Running({ dueAt }: { dueAt: number }) {
  const t = useTranslations('consequence')
  const locale = useLocale()
  const now = useShownTime(dueAt)
  const { level, left } = levelOf({ dueAt, limitMs: CURRENT_POLICY.evidenceMs }, now)
  return (
    <Clock absolute={t('due', { when: formatAbsolute(dueAt, now, locale) })} left={left} level={level}>
      {level === 'passed' ? t('passed') : formatCountdown(dueAt - now, locale)}
    </Clock>
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

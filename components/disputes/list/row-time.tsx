'use client'

import { Snowflake } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { RowClock } from '@/components/after-sales/queue/row-clock'
import { useToday } from '@/components/after-sales/use-ticked'
import { Fuse } from '@/components/ui/clock'
import { Icon } from '@/components/ui/icon'
import { CURRENT_POLICY } from '@/lib/after-sales/domain/policy'
import type { DisputeRow } from '@/lib/disputes/views'
import { formatAbsolute, formatDate } from '@/lib/i18n/time'

/** R4.3 A side's time for evidence while it runs. A longer time that support gave shows as whole. */
export function EvidenceClock({ dueAt, say }: { dueAt: number; say?: (when: string) => string }) {
  return <RowClock clock={{ dueAt, limitMs: CURRENT_POLICY.evidenceMs }} {...(say && { say })} />
}

/** R4.2 In place of a clock that stands. `left`: what remains of its limit, 0 to 100 %. */
export function FrozenClock({ left = 100, title, children }: { left?: number; title?: string; children: ReactNode }) {
  return (
    <span className="grid gap-1.25 text-frozen" title={title}>
      <span className="inline-flex items-center gap-1 text-sm leading-5 whitespace-nowrap">
        <Icon as={Snowflake} small />
        {children}
      </span>
      <Fuse left={left} level="frozen" />
    </span>
  )
}

/** How a dispute ended, and on which day. */
export function Ended({ row: { stage, endedAt } }: { row: DisputeRow }) {
  const t = useTranslations('words.disputeStage')
  const locale = useLocale()
  const today = useToday()
  return (
    <span className="text-xs text-ink-3">
      <span className="block text-ink-2">{t(stage)}</span>
      {endedAt !== null && (
        <span className="whitespace-nowrap" title={formatAbsolute(endedAt, today, locale)}>
          {formatDate(endedAt, today, locale)}
        </span>
      )}
    </span>
  )
}

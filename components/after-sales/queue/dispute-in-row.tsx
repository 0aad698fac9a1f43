'use client'

import { Scale, Snowflake } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { frozenLeft } from '@/components/after-sales/frozen-left'
import { useToday } from '@/components/after-sales/use-ticked'
import { Fuse } from '@/components/ui/clock'
import { Icon } from '@/components/ui/icon'
import { CURRENT_POLICY } from '@/lib/after-sales/domain/policy'
import type { QueueDispute } from '@/lib/after-sales/views'
import { formatDay } from '@/lib/i18n/time'
import { RowClock } from './row-clock'

/** R4.3 The merchant's time for evidence while it runs; else R4.2 the clock that stands still. */
export function DisputeClock({ dispute: { evidence, frozen } }: { dispute: QueueDispute }) {
  const t = useTranslations('queue.dispute')
  const locale = useLocale()
  const stands = frozen && frozenLeft(frozen.remainingMs, locale)
  // a longer time that support gave shows as whole
  if (evidence.open) return <RowClock clock={{ dueAt: evidence.dueAt, limitMs: CURRENT_POLICY.evidenceMs }} />
  return (
    <span className="grid gap-1.25 text-frozen" title={stands ? t('frozen', stands) : undefined}>
      <span className="inline-flex items-center gap-1 text-sm leading-5 whitespace-nowrap">
        <Icon as={Snowflake} small />
        {stands ? t('stands', stands) : t('noClock')}
      </span>
      <Fuse left={frozen ? Math.max(0, (frozen.remainingMs / frozen.limitMs) * 100) : 100} level="frozen" />
    </span>
  )
}

/** What happens without evidence, or whom the dispute waits for. */
export function DisputeSentence({ dispute: { evidence, stage } }: { dispute: QueueDispute }) {
  const t = useTranslations('queue.dispute')
  const locale = useLocale()
  const today = useToday()
  return (
    <span className="flex min-w-0 flex-1 items-center gap-1.25">
      <Icon as={Scale} className="flex-none text-ink-3" small />
      <span className="truncate">
        {evidence.open ? (
          t.rich(evidence.submissions > 0 ? 'givingMore' : 'giving', {
            when: formatDay(evidence.dueAt, today, locale),
            quiet: (chunks: ReactNode) => <span className="text-ink-3">{chunks}</span>,
            strong: (chunks: ReactNode) => <b className="font-semibold text-ink">{chunks}</b>,
          })
        ) : (
          <span className="text-ink-3">{t(stage === 'UNDER_REVIEW' ? 'review' : 'waiting')}</span>
        )}
        <span className="text-ink-3 max-lg:hidden"> · {stage === 'UNDER_REVIEW' ? 'R4.5' : 'R4.3'}</span>
      </span>
    </span>
  )
}

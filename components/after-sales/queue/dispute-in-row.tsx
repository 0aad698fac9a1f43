'use client'

import { Scale } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { frozenLeft } from '@/components/after-sales/frozen-left'
import { useToday } from '@/components/after-sales/use-ticked'
import { EvidenceClock, FrozenClock } from '@/components/disputes/list/row-time'
import { Icon } from '@/components/ui/icon'
import type { QueueDispute } from '@/lib/after-sales/views'
import { formatDay } from '@/lib/i18n/time'

/** R4.3 The merchant's time for evidence while it runs; else R4.2 the clock that stands still. */
export function DisputeClock({ dispute: { evidence, frozen } }: { dispute: QueueDispute }) {
  const t = useTranslations('queue.dispute')
  const locale = useLocale()
  if (evidence.open) return <EvidenceClock dueAt={evidence.dueAt} />
  if (!frozen) return <FrozenClock>{t('noClock')}</FrozenClock>
  const stands = frozenLeft(frozen.remainingMs, locale)
  return (
    <FrozenClock left={Math.max(0, (frozen.remainingMs / frozen.limitMs) * 100)} title={t('frozen', stands)}>
      {t('stands', stands)}
    </FrozenClock>
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

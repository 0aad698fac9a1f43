'use client'

import { useLocale, useTranslations } from 'next-intl'
import { RowClock } from '@/components/after-sales/queue/row-clock'
import { AnswerClock } from '@/components/after-sales/queue/service-in-row'
import { startOfDay } from '@/components/after-sales/shown-time'
import { useToday } from '@/components/after-sales/use-ticked'
import { StatusMark } from '@/components/ui/status-mark'
import { isTarget } from '@/lib/after-sales/domain/deadline'
import { daysUntil, formatAbsolute } from '@/lib/i18n/time'
import type { ServiceRow } from '@/lib/services/views'

/** The clock; where none runs, how long it has been going on. */
export function RowPlace({ row: { clock, serviceStep, openedAt } }: { row: ServiceRow }) {
  const t = useTranslations('services')
  if (clock) return isTarget(clock.kind) ? <AnswerClock clock={clock} /> : <RowClock clock={clock} />
  if (serviceStep === 'DONE')
    return (
      <StatusMark className="text-xs" tone="refunded">
        {t('done')}
      </StatusMark>
    )
  return <Age openedAt={openedAt} />
}

function Age({ openedAt }: { openedAt: number }) {
  const t = useTranslations('services')
  const locale = useLocale()
  const today = useToday()
  const since = t('since', { when: formatAbsolute(openedAt, today, locale) })
  return (
    <span className="text-base leading-5 whitespace-nowrap text-ink-2" title={since}>
      {t('day', { n: 1 + daysUntil(today, startOfDay(openedAt)) })}
      <span className="sr-only"> {since}</span>
    </span>
  )
}

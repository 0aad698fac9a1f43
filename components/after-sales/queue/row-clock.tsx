'use client'

import { useLocale, useTranslations } from 'next-intl'
import { levelOf } from '@/components/after-sales/level'
import { useShownTime } from '@/components/after-sales/use-ticked'
import { Clock } from '@/components/ui/clock'
import type { Clock as RunningClock } from '@/lib/after-sales/views'
import { formatAbsolute, formatCountdown } from '@/lib/i18n/time'

/** The digits of a row over their fuse. */
export function RowClock({ clock }: { clock: Pick<RunningClock, 'dueAt' | 'limitMs'> }) {
  const locale = useLocale()
  const t = useTranslations('consequence')
  const now = useShownTime(clock.dueAt)
  const { level, left } = levelOf(clock, now)
  return (
    <Clock absolute={t('due', { when: formatAbsolute(clock.dueAt, now, locale) })} left={left} level={level}>
      {level === 'passed' ? t('passed') : formatCountdown(clock.dueAt - now, locale)}
    </Clock>
  )
}

'use client'

import { useLocale, useTranslations } from 'next-intl'
import { levelOf } from '@/components/after-sales/level'
import { useShownTime } from '@/components/after-sales/use-ticked'
import { Clock } from '@/components/ui/clock'
import type { Clock as RunningClock } from '@/lib/after-sales/views'
import { formatAbsolute, formatCountdown } from '@/lib/i18n/time'

/** The digits of a row over their fuse. `say`: what ends when, where it is not simply due. */
export function RowClock(props: { clock: Pick<RunningClock, 'dueAt' | 'limitMs'>; say?: (when: string) => string }) {
  const { clock, say } = props
  const locale = useLocale()
  const t = useTranslations('consequence')
  const now = useShownTime(clock.dueAt)
  const { level, left } = levelOf(clock, now)
  const when = formatAbsolute(clock.dueAt, now, locale)
  return (
    <Clock absolute={say ? say(when) : t('due', { when })} left={left} level={level}>
      {level === 'passed' ? t('passed') : formatCountdown(clock.dueAt - now, locale)}
    </Clock>
  )
}

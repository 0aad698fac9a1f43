'use client'

import { cx } from 'class-variance-authority'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { levelOf } from '@/components/after-sales/level'
import { type Level, levelClass } from '@/components/ui/clock'
import type { Clock } from '@/lib/after-sales/views'
import { formatAbsolute, formatCountdown } from '@/lib/i18n/time'

export type BigClockProps = { clock: Pick<Clock, 'dueAt' | 'limitMs'>; now: number; small?: boolean }

/** The digits of a case; a word when the time is over. A change of level is said once to who does not see it. */
export function BigClock({ clock, now, small = false }: BigClockProps) {
  const t = useTranslations('case.levels')
  const locale = useLocale()
  const { level } = levelOf(clock, now)
  const absolute = formatAbsolute(clock.dueAt, now, locale)
  const announced = useChanged(level)
  return (
    <span className={levelClass({ level })} title={absolute}>
      <span
        aria-hidden="true"
        className={cx(
          'whitespace-nowrap text-(--level)',
          small ? 'text-base font-normal' : 'text-xl font-semibold',
          small && (level === 'h6' || level === 'h1') && 'font-semibold',
        )}
      >
        {level === 'passed' ? t('passed') : formatCountdown(clock.dueAt - now, locale)}
      </span>
      <span className="sr-only">{absolute}</span>
      <span aria-live="polite" className="sr-only">
        {announced && t(announced)}
      </span>
    </span>
  )
}

/** The level once it is another than at first. */
function useChanged(level: Level): Level | null {
  const first = useRef(level)
  const [changed, setChanged] = useState<Level | null>(null)
  useEffect(() => {
    if (level !== first.current) setChanged(level)
  }, [level])
  return changed
}

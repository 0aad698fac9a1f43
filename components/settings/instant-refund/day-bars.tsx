'use client'

import { cx } from 'class-variance-authority'
import { useLocale, useTranslations } from 'next-intl'
import { formatDate } from '@/lib/i18n/time'
import type { ReplayFate } from '@/lib/instant-refund/domain/replay'
import type { Replay, ReplayedDay } from '@/lib/instant-refund/views'
import { casesOf } from './day-chart'
import { FATE_LOOK } from './fates'
import { daysIn } from './numbers'
import { scaleOf } from './scale'
import { useDaySlider } from './use-day-slider'

export type DayBarsProps = {
  replay: Replay
  shown: readonly ReplayFate[]
  now: number
  nameDay: (day: ReplayedDay) => string
  onPoint: (startsAt: number | null) => void
}

/** One bar a day. They are too thin to be controls of their own: all of them are one slider. */
export function DayBars({ replay, shown, now, nameDay, onPoint }: DayBarsProps) {
  const t = useTranslations('instantRefund')
  const { days, from, until } = replay
  const { at, pointed, slider } = useDaySlider(days, onPoint)
  const { top, marks } = scaleOf(Math.max(...days.map(casesOf)))
  const current = days[at]
  const each = (day: ReplayedDay) =>
    shown.flatMap((fate) => (day.counts[fate] > 0 ? [` · ${t(`legend.${fate}`)} ${day.counts[fate]}`] : [])).join('')
  const columns = { gridTemplateColumns: `repeat(${days.length}, minmax(0, 1fr))` }
  return (
    <div className="mt-2 pl-5">
      <div className="relative h-53">
        {marks.map((mark) => (
          <span
            aria-hidden="true"
            className="absolute inset-x-0 border-t border-line"
            key={mark}
            style={{ bottom: `calc((100% - 28px) * ${mark / top})` }}
          >
            <span className="absolute -top-2 -left-5 text-2xs text-ink-3">{mark}</span>
          </span>
        ))}
        <div
          {...slider}
          aria-label={t('chart.title', { days: daysIn(until - from) })}
          aria-valuemax={days.length - 1}
          aria-valuemin={0}
          aria-valuenow={at}
          aria-valuetext={current && t('chart.value', { day: nameDay(current), each: each(current) })}
          className="relative -ml-5 grid h-full gap-x-0.5 border-b border-line-strong pl-5 md:gap-x-1"
          role="slider"
          style={columns}
          tabIndex={0}
        >
          {days.map((day, index) => (
            <Bar day={day} key={day.startsAt} on={pointed && index === at} shown={shown} top={top} />
          ))}
        </div>
      </div>
      <Axis columns={columns} days={days} now={now} />
    </div>
  )
}

type BarProps = { day: ReplayedDay; shown: readonly ReplayFate[]; top: number; on: boolean }

function Bar({ day, shown, top, on }: BarProps) {
  return (
    <span className={cx('flex h-full flex-col-reverse gap-0.5 pt-7', on && 'bg-pressed')}>
      {shown.map(
        (fate) =>
          day.counts[fate] > 0 && (
            <span
              className={`flex-none rounded-[1px] ${FATE_LOOK[fate]}`}
              key={fate}
              style={{ height: `max(2px, calc(${(day.counts[fate] / top) * 100}% - 2px))` }}
            />
          ),
      )}
    </span>
  )
}

const EVERY = 5

/** Every fifth day by its date. */
function Axis({ days, now, columns }: { days: ReplayedDay[]; now: number; columns: { gridTemplateColumns: string } }) {
  const locale = useLocale()
  const labelled = days.filter((_, index) => index % EVERY === 0 && index + EVERY <= days.length)
  return (
    <div aria-hidden="true" className="mt-0.5 grid gap-x-0.5 text-2xs text-ink-3 md:gap-x-1" style={columns}>
      {labelled.map(({ startsAt }) => (
        <span className="whitespace-nowrap" key={startsAt} style={{ gridColumn: `span ${EVERY}` }}>
          {formatDate(startsAt, now, locale)}
        </span>
      ))}
    </div>
  )
}

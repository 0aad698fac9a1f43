'use client'

import { cx } from 'class-variance-authority'
import { useLocale, useTranslations } from 'next-intl'
import { useToday } from '@/components/after-sales/use-ticked'
import type { Forecast } from '@/lib/after-sales/views'
import { daysUntil, formatDay, formatTime, formatWeekday } from '@/lib/i18n/time'
import { formatFen } from '@/lib/money'
import { type HourSliderProps, isBusy, useHourSlider } from './use-hour-slider'

type Hour = Forecast['hours'][number]
const HOUR = 3_600_000
const SHANGHAI = 8

/**
 * One bar an hour: solid for refunds, hollow on top for returns that will be approved. The bars are too thin to be
 * controls of their own: all of them are one slider over the hours that hold cases. Pointing or the arrow keys show an
 * hour's numbers, a click or Enter filters by it.
 */
export function ForecastBars(props: HourSliderProps) {
  const { hours, chosen } = props
  const t = useTranslations('queue.forecast')
  const highest = Math.max(1, ...hours.map(({ refundFen, returnFen }) => refundFen + returnFen))
  const { at, slider } = useHourSlider(props)
  const nameHour = useHourName()
  const current = hours[at]
  return (
    <div className="relative grid grid-cols-[repeat(48,minmax(0,1fr))] grid-rows-[28px_18px] items-end gap-x-0.5 md:grid-rows-[46px_18px] md:gap-x-0.75 md:pr-6">
      <div
        {...slider}
        aria-label={t('title')}
        aria-valuemax={hours.length - 1}
        aria-valuemin={0}
        aria-valuenow={at}
        aria-valuetext={current && nameHour(current)}
        className="col-span-full row-start-1 grid h-full cursor-pointer grid-cols-subgrid"
        role="slider"
        tabIndex={0}
      >
        {hours.map((hour, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is a place: hours go on, bars do not wander
          <Bar chosen={hour.startsAt === chosen} highest={highest} hour={hour} index={index} key={index} />
        ))}
      </div>
      <Scale hours={hours} />
    </div>
  )
}

/** An hour and its numbers in words. */
function useHourName(): (hour: Hour) => string {
  const t = useTranslations('queue.forecast')
  const locale = useLocale()
  const today = useToday()
  return ({ startsAt, refundCases, refundFen, returnCases }) =>
    t('bar', {
      from: formatDay(startsAt, today, locale),
      until: formatTime(startsAt + HOUR),
      refundCases,
      refund: formatFen(refundFen),
      returnCases,
    })
}

function Bar({ hour, index, highest, chosen }: { hour: Hour; index: number; highest: number; chosen: boolean }) {
  const { refundFen, refundCases, returnFen, returnCases } = hour
  return (
    <span
      className={cx(
        'flex h-full flex-col justify-end shadow-[inset_0_-1px_var(--color-line-strong)]',
        isBusy(hour) && 'hover:bg-pressed',
        chosen && 'bg-pressed',
      )}
    >
      {returnCases > 0 && (
        <span
          className={`w-full rounded-t-[1px] border opacity-80 ${returnColour(index)}`}
          key={`${refundFen} ${returnFen} ${highest}`}
          style={{ height: share(returnFen, highest), marginBottom: 1 }}
        />
      )}
      {refundCases > 0 && (
        <span
          className={`w-full rounded-t-[1px] ${refundColour(index)}`}
          key={`${refundFen} ${highest}`}
          style={{ height: share(refundFen, highest) }}
        />
      )}
    </span>
  )
}

/** Never so low that it cannot be seen. */
function share(fen: number, highest: number): string {
  return `max(3px, ${Math.round((fen / highest) * 96)}%)`
}

function refundColour(index: number): string {
  if (index === 0) return 'bg-h1'
  if (index < 6) return 'bg-h6'
  return index < 24 ? 'bg-ink-2' : 'bg-calm'
}

function returnColour(index: number): string {
  return index < 6 ? 'border-h6' : 'border-calm'
}

/** The hours 0, 6, 12 and 18 of Shanghai, and where 24 hours end. */
function Scale({ hours }: { hours: Hour[] }) {
  const t = useTranslations('queue.forecast')
  const locale = useLocale()
  const today = useToday()
  const midnight = (startsAt: number) =>
    t('midnight', { days: String(daysUntil(startsAt, today)), weekday: formatWeekday(startsAt, locale) })
  const marks = hours.flatMap(({ startsAt }, index) => {
    const hour = (Math.floor(startsAt / HOUR) + SHANGHAI) % 24
    return index >= 5 && index <= 44 && hour % 6 === 0 ? [{ startsAt, index, hour }] : []
  })
  const label = 'row-start-2 self-end text-2xs whitespace-nowrap text-ink-3'
  return (
    <>
      <span className={label} style={{ gridColumn: '1 / span 4' }}>
        {t('now')}
      </span>
      {marks.map(({ startsAt, index, hour }) => (
        <span
          className={`${label} ${hour === 0 ? '' : 'max-md:hidden'}`}
          key={`${startsAt} ${index}`}
          style={{ gridColumn: `${index + 1} / span 4` }}
        >
          {hour === 0 ? midnight(startsAt) : t('clock', { hour })}
        </span>
      ))}
      <span
        aria-hidden="true"
        className="pointer-events-none absolute top-0 bottom-4.5 left-1/2 border-l border-dashed border-line-control pl-1 text-2xs leading-3.5 text-ink-3 md:left-[calc(50%-12px)]"
      >
        24 h
      </span>
    </>
  )
}

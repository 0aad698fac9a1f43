'use client'

import { cx } from 'class-variance-authority'
import { ChevronUp, Table2 } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { useToday } from '@/components/after-sales/use-ticked'
import { Icon } from '@/components/ui/icon'
import type { Forecast } from '@/lib/after-sales/views'
import { formatDay, formatTime } from '@/lib/i18n/time'
import { formatFen } from '@/lib/money'
import { ForecastBars } from './forecast-bars'
import { useHourFilter } from './use-hour-filter'

const HOUR = 3_600_000

const loadTable = () => import('./forecast-table')
const ForecastTable = lazy(loadTable)

/** What the clock will do in the next 48 hours, drawn or as a table. Pointing at an hour puts its numbers in place of the sum. */
export function ForecastStrip({
  forecast,
  dueHour,
  onFold,
}: {
  forecast: Forecast
  dueHour: number | undefined
  onFold: () => void
}) {
  const t = useTranslations('queue.forecast')
  const [pointed, setPointed] = useState<number | null>(null)
  const [asTable, setAsTable] = useState(false)
  const { choose, hrefOf } = useHourFilter(dueHour)
  const hour = forecast.hours.find(({ startsAt }) => startsAt === (pointed ?? dueHour))
  return (
    <section
      aria-label={t('title')}
      className={cx(
        'relative grid flex-none gap-1.5 border-b border-line px-4 pt-2.5 pb-2 md:grid-cols-[232px_minmax(0,1fr)] md:gap-6',
        asTable ? 'md:min-h-21' : 'md:h-21',
      )}
    >
      <div>
        <div className="truncate text-xs text-ink-3">
          {hour ? <HourName startsAt={hour.startsAt} /> : t('within24h', { cases: forecast.within24h.cases })}
        </div>
        <div className="text-xl font-semibold text-ink">
          {formatFen(hour ? hour.refundFen : forecast.within24h.refundFen)}
        </div>
        <div className="flex gap-3">
          <Key>{hour ? t('refundCases', { n: hour.refundCases }) : t('refund')}</Key>
          <Key hollow>{hour ? t('returnCases', { n: hour.returnCases }) : t('return')}</Key>
        </div>
      </div>
      {asTable ? (
        <Suspense fallback={<div className="md:h-16" />}>
          <ForecastTable chosen={dueHour} hours={forecast.hours} hrefOf={hrefOf} />
        </Suspense>
      ) : (
        <ForecastBars chosen={dueHour} hours={forecast.hours} onChoose={choose} onPoint={setPointed} />
      )}
      <div className="absolute top-1.5 right-1.5 flex flex-row-reverse md:flex-col">
        <button aria-label={t('fold')} className={toolClass} onClick={onFold} title={t('fold')} type="button">
          <Icon as={ChevronUp} small />
        </button>
        <button
          aria-label={t('table')}
          aria-pressed={asTable}
          className={toolClass}
          onClick={() => setAsTable(!asTable)}
          onFocus={loadTable}
          onPointerEnter={loadTable}
          title={t(asTable ? 'chart' : 'table')}
          type="button"
        >
          <Icon as={Table2} small />
        </button>
      </div>
    </section>
  )
}

const toolClass =
  'inline-flex size-6 items-center justify-center rounded-sm text-ink-3 hover:bg-inset hover:text-ink aria-pressed:bg-pressed aria-pressed:text-ink max-md:size-10'

function HourName({ startsAt }: { startsAt: number }) {
  const locale = useLocale()
  const t = useTranslations('queue.forecast')
  return t('hour', { from: formatDay(startsAt, useToday(), locale), until: formatTime(startsAt + HOUR) })
}

function Key({ hollow = false, children }: { hollow?: boolean; children: string }) {
  return (
    <span className="inline-flex items-center gap-1.25 text-xs whitespace-nowrap text-ink-3">
      <span aria-hidden="true" className={`size-2 rounded-[1px] ${hollow ? 'border border-calm' : 'bg-ink-2'}`} />
      {children}
    </span>
  )
}

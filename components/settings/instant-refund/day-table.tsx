'use client'

import { useLocale, useTranslations } from 'next-intl'
import { cellClass, headClass, tableClass } from '@/components/settings/table-class'
import { formatDate } from '@/lib/i18n/time'
import type { ReplayFate } from '@/lib/instant-refund/domain/replay'
import { type ChartProps, casesOf } from './day-chart'
import { daysIn } from './numbers'

// all of them fit on a phone: names may break
const HEAD = `${headClass} pr-3! align-bottom whitespace-normal!`
const CELL = `${cellClass} py-1.25! pr-3!`
const NUMBER = 'text-right! last:pr-0!'

/** The bars' numbers, for who wants to read them: the days that have any. */
export function DayTable({ replay, shown, now }: ChartProps & { shown: readonly ReplayFate[] }) {
  const t = useTranslations('instantRefund')
  const locale = useLocale()
  const { days, from, until } = replay
  return (
    <details className="mt-2 text-xs">
      <summary className="w-fit cursor-pointer rounded-sm py-1 text-ink-3 hover:text-ink">{t('chart.table')}</summary>
      <table className={`${tableClass} mt-1`}>
        <caption className="sr-only">{t('chart.title', { days: daysIn(until - from) })}</caption>
        <thead>
          <tr>
            <th className={HEAD} scope="col">
              {t('chart.date')}
            </th>
            {shown.map((fate) => (
              <th className={`${HEAD} ${NUMBER}`} key={fate} scope="col">
                {t(`legend.${fate}`)}
              </th>
            ))}
            <th className={`${HEAD} ${NUMBER}`} scope="col">
              {t('chart.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) =>
            casesOf(day) === 0 ? null : (
              <tr key={day.startsAt}>
                <th className={`${CELL} text-left font-normal whitespace-nowrap`} scope="row">
                  {formatDate(day.startsAt, now, locale)}
                </th>
                {shown.map((fate) => (
                  <td className={`${CELL} ${NUMBER}`} key={fate}>
                    {day.counts[fate]}
                  </td>
                ))}
                <td className={`${CELL} ${NUMBER}`}>{casesOf(day)}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </details>
  )
}

'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useToday } from '@/components/after-sales/use-ticked'
import type { Forecast } from '@/lib/after-sales/views'
import { formatDay } from '@/lib/i18n/time'
import { formatFen } from '@/lib/money'

/** The bars' numbers, for who does not see them. */
export function ForecastTable({ hours }: { hours: Forecast['hours'] }) {
  const t = useTranslations('queue.forecast')
  const locale = useLocale()
  const today = useToday()
  const busy = hours.filter(({ refundCases, returnCases }) => refundCases + returnCases > 0)
  return (
    <table className="sr-only">
      <caption>{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('columns.hour')}</th>
          <th scope="col">{t('columns.refundCases')}</th>
          <th scope="col">{t('columns.refund')}</th>
          <th scope="col">{t('columns.returnCases')}</th>
        </tr>
      </thead>
      <tbody>
        {busy.map(({ startsAt, refundCases, refundFen, returnCases }) => (
          <tr key={startsAt}>
            <th scope="row">{formatDay(startsAt, today, locale)}</th>
            <td>{refundCases}</td>
            <td>{formatFen(refundFen)}</td>
            <td>{returnCases}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

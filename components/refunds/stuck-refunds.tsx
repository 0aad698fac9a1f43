import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { StuckRefund } from '@/lib/after-sales/views'
import { maskName } from '@/lib/i18n/mask'
import { formatAbsolute, formatWhen } from '@/lib/i18n/time'
import { formatFen } from '@/lib/money'
import { RefundError } from './refund-error'
import { RetryRefund } from './retry-refund'

export type StuckRefundsProps = {
  refunds: StuckRefund[]
  /** The server's time, epoch ms. */
  now: number
  /** The shops whose cases the viewer can open. */
  openShopIds: readonly string[]
}

const head = 'border-b border-line-strong py-1.5 pr-5 font-normal whitespace-nowrap text-ink-3 last:pr-0'
const cell = 'border-b border-line py-2 pr-5 text-ink last:pr-0 max-md:align-top'
const wide = 'max-md:hidden'

/** R7.2 The lane, longest waiting first. On a phone a case's facts stand under its number. */
export function StuckRefunds({ refunds, now, openShopIds }: StuckRefundsProps) {
  const t = useTranslations('refunds')
  const locale = useLocale()
  return (
    <table className="w-full border-collapse text-xs">
      <caption className="sr-only">{t('title')}</caption>
      <thead>
        <tr>
          <th className={`${head} text-left`}>{t('columns.case')}</th>
          <th className={`${head} ${wide} text-left`}>{t('columns.shop')}</th>
          <th className={`${head} ${wide} text-left`}>{t('columns.buyer')}</th>
          <th className={`${head} text-right`}>{t('columns.amount')}</th>
          <th className={`${head} ${wide} text-right`}>{t('columns.attempts')}</th>
          <th className={`${head} ${wide} text-left`}>{t('columns.error')}</th>
          <th className={`${head} ${wide} text-left`}>{t('columns.since')}</th>
          <th className={`${head} text-right md:w-64`}>{t('columns.act')}</th>
        </tr>
      </thead>
      <tbody>
        {refunds.map((refund) => {
          const { no, afterSaleNo, shop, attempts, lastError, orderedAt } = refund
          const amount = formatFen(refund.amountFen, refund.currency)
          const buyer = maskName(refund.buyerName)
          const since = (
            <time dateTime={new Date(orderedAt).toISOString()} title={formatAbsolute(orderedAt, now, locale)}>
              {formatWhen(orderedAt, now, locale)}
            </time>
          )
          return (
            <tr key={no}>
              <td className={cell}>
                {openShopIds.includes(shop.id) ? (
                  <Link href={`/cases/${afterSaleNo}`}>{afterSaleNo}</Link>
                ) : (
                  afterSaleNo
                )}
                <div className="text-ink-3 md:hidden">
                  {shop.name} · {buyer}
                  <br />
                  {since} · {t('attempts', { count: attempts })}
                  <br />
                  <RefundError error={lastError} />
                </div>
              </td>
              <td className={`${cell} ${wide}`}>{shop.name}</td>
              <td className={`${cell} ${wide} whitespace-nowrap`}>{buyer}</td>
              <td className={`${cell} text-right text-base font-semibold whitespace-nowrap max-md:leading-4.5`}>
                {amount}
              </td>
              <td className={`${cell} ${wide} text-right whitespace-nowrap`}>{t('attempts', { count: attempts })}</td>
              <td className={`${cell} ${wide} text-ink-2`}>
                <RefundError error={lastError} />
              </td>
              <td className={`${cell} ${wide} whitespace-nowrap`}>{since}</td>
              <td className={`${cell} text-right whitespace-nowrap`}>
                <RetryRefund afterSaleNo={afterSaleNo} amount={amount} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

import { useTranslations } from 'next-intl'
import { useAmountText } from '@/components/after-sales/use-amount-text'
import { Thumb } from '@/components/ui/thumb'
import { isServiceType } from '@/lib/after-sales/domain/service'
import type { CaseView } from '@/lib/after-sales/views'
import { formatFen } from '@/lib/money'
import { Facts } from './facts'
import { Moment } from './moment'
import { Section } from './section'

/** What was bought, paid, sent and given back. */
export function OrderFacts({ view }: { view: CaseView }) {
  const t = useTranslations('case.order')
  const words = useTranslations('words')
  const { lines, order, returnAddress, currency, now } = view
  const amountText = useAmountText()
  // of what is served no amount was asked
  const priced = lines.length > 1 && !isServiceType(view.type)
  const sum = (of: 'paidFen' | 'refundedFen') =>
    formatFen(
      lines.reduce((total, line) => total + line[of], 0),
      currency,
    )
  return (
    <Section narrow title={t('title')}>
      <ul className="grid gap-2.5">
        {lines.map(({ lineNo, title, sku, quantity, imageUrl, amountFen }) => (
          <li className="flex items-start gap-2.5" key={lineNo}>
            <Thumb alt={title} src={imageUrl} />
            <div className="min-w-0 flex-1">
              <div className="text-ink">{title}</div>
              <div className="text-xs text-ink-3">
                {sku} · {words('quantity', { n: quantity })}
                {priced && ` · ${t('lineAsked', { amount: formatFen(amountFen, currency) })}`}
              </div>
            </div>
          </li>
        ))}
      </ul>
      <Facts
        className="mt-2.5"
        of={[
          [t('asked'), amountText({ ...view, refundFen: view.refund?.amountFen })],
          [t('paid'), sum('paidFen')],
          [t('refunded'), sum('refundedFen')],
          [t('no'), order.no],
          [t('paidAt'), <Moment at={order.paidAt} key="paid" now={now} />],
          [
            t('shippedAt'),
            order.shippedAt === null ? (
              t('notShipped')
            ) : (
              <>
                <Moment at={order.shippedAt} now={now} />
                {order.carrier && ` · ${order.carrier}`}
              </>
            ),
          ],
          [t('waybill'), order.trackingNo],
          [
            t('deliveredAt'),
            order.deliveredAt === null ? (
              t('notDelivered')
            ) : (
              <Moment at={order.deliveredAt} key="delivered" now={now} />
            ),
          ],
          [
            t('returnTo'),
            returnAddress &&
              `${returnAddress.region} ${returnAddress.detail} · ${returnAddress.name} ${returnAddress.phone}`,
          ],
        ]}
      />
    </Section>
  )
}

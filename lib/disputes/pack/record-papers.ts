import type { Clause } from '@/lib/after-sales/domain/clauses'
import { isExchangeKind, isServiceType } from '@/lib/after-sales/domain/service'
import type { CaseView } from '@/lib/after-sales/views'
import { formatFen } from '@/lib/money'
import type { Paper } from './paper'
import { fact, frame, type Words } from './words'

/** What was bought, what was paid, and what is asked back of it. */
export function orderPaper(view: CaseView, w: Words): Paper {
  const { t, words, when } = w
  const { order, lines, currency } = view
  // of what is served no amount was asked
  const served = isServiceType(view.type)
  const money = (fen: number) => formatFen(fen, currency)
  return {
    name: `${t('order.title')}.pdf`,
    title: t('order.title'),
    ...frame(view, view.openedAt, w),
    parts: [
      {
        title: t('order.title'),
        clause: null,
        facts: [
          { name: t('order.no'), value: order.no },
          { name: t('order.paidAt'), value: when(order.paidAt) },
          { name: t('order.total'), value: money(order.totalFen) },
        ],
        entries: [],
      },
      ...lines.map((line) => ({
        title: `${t('order.goods')} ${line.lineNo}`,
        clause: null,
        facts: [
          { name: t('order.goods'), value: line.title },
          { name: t('order.sku'), value: line.sku },
          { name: t('order.quantity'), value: String(line.quantity) },
          { name: t('order.paid'), value: money(line.paidFen) },
          ...(served ? [] : [{ name: t('order.asked'), value: money(line.amountFen) }]),
        ],
        entries: [],
      })),
      {
        title: t('order.case'),
        clause: clauseOf(view),
        facts: [
          { name: t('when'), value: when(view.openedAt) },
          { name: t('what'), value: `${words(`type.${view.type}`)} · ${words(`reason.${view.reason}`)}` },
          ...(served ? [] : [{ name: t('asked'), value: money(view.amountFen) }]),
        ],
        entries: [],
      },
    ],
  }
}

/** What the case was opened by. */
function clauseOf({ type, service }: CaseView): Clause {
  if (service?.originalNo) return 'R3.1'
  if (isServiceType(type)) return isExchangeKind(type) ? 'R3.2' : 'R3.4'
  return type === 'REFUND_ONLY' ? 'R1.1' : 'R2.1'
}

/** What the merchant sent, and when it arrived. */
export function shipmentPaper(view: CaseView, w: Words): Paper {
  const { t, when } = w
  const { no, shippedAt, deliveredAt, carrier, trackingNo } = view.order
  return {
    name: `${t('shipment.title')}.pdf`,
    title: t('shipment.title'),
    ...frame(view, deliveredAt ?? shippedAt ?? view.openedAt, w),
    parts: [
      {
        title: t('shipment.title'),
        clause: null,
        facts: [
          { name: t('order.no'), value: no },
          fact(t('shipment.carrier'), carrier, w),
          fact(t('shipment.trackingNo'), trackingNo, w),
          fact(t('shipment.shippedAt'), shippedAt === null ? null : when(shippedAt), w),
          fact(t('shipment.deliveredAt'), deliveredAt === null ? null : when(deliveredAt), w),
        ],
        entries: view.lines.map(({ title, sku, quantity }) => ({
          when: sku,
          who: title,
          text: '',
          aside: w.words('quantity', { n: quantity }),
        })),
      },
    ],
  }
}

import { consequenceOf } from '@/lib/after-sales/domain/deadline'
import { maskName } from '@/lib/i18n/mask'
import type { Column } from './csv'
import type { ExportedCase } from './queries'
import type { Words } from './words'

/** The columns of the exported cases, from left to right. No phone numbers, no addresses, nobody's own words. */
export const CASE_COLUMNS: readonly Column<ExportedCase>[] = [
  { name: 'no', text: ({ no }) => no },
  { name: 'type', text: ({ type }, { words }) => words(`type.${type}`) },
  { name: 'status', text: ({ status }, { words }) => words(`status.${status}`) },
  { name: 'attempt', count: ({ attempt }) => attempt },
  { name: 'openedAt', time: ({ openedAt }) => openedAt },
  { name: 'buyer', text: ({ buyerName }) => maskName(buyerName) },
  { name: 'orderNo', text: ({ orderNo }) => orderNo },
  { name: 'goods', text: nameGoods },
  { name: 'skus', text: ({ lines }, { t }) => lines.map(({ sku }) => sku).join(t('join')) },
  { name: 'quantity', count: ({ lines }) => lines.reduce((sum, { quantity }) => sum + quantity, 0) },
  // R3.2 what is served names no amount
  { name: 'amount', fen: ({ amountFen }) => amountFen || null },
  { name: 'reason', text: ({ reason }, { words }) => words(`reason.${reason}`) },
  { name: 'waitingOn', text: ({ waitingOn }, { t }) => waitingOn && t(`waitingOn.${waitingOn}`) },
  { name: 'dueAt', time: (row) => row.dueAt ?? evidenceDueAt(row) },
  { name: 'outcome', text: tellOutcome },
  {
    name: 'rejection',
    text: ({ rejectionCode }, { words }) => rejectionCode && words(`rejectionReason.${rejectionCode}`),
  },
  { name: 'closeReason', text: ({ closeReason }, { words }) => closeReason && words(`closeReason.${closeReason}`) },
  { name: 'refundOrigin', text: ({ refundOrigin }, { words }) => refundOrigin && words(`origin.${refundOrigin}`) },
  { name: 'refundStatus', text: ({ refund }, { words }) => refund && words(`refundStatus.${refund.status}`) },
  { name: 'refundAmount', fen: ({ refund }) => refund?.amountFen ?? null },
  { name: 'closedAt', time: ({ closedAt }) => closedAt },
]

/** How many of each where there are several; of one the next column but one says it. */
function nameGoods({ lines }: ExportedCase, { t }: Words): string {
  const [only] = lines
  if (only && lines.length === 1) return only.title
  return lines.map(({ title, quantity }) => `${title} ×${quantity}`).join(t('join'))
}

/** R4.3 Until when the merchant can give evidence, as the queue's row tells it. */
function evidenceDueAt({ status, dispute }: ExportedCase): Date | null {
  if (status !== 'IN_DISPUTE' || !dispute?.evidence.MERCHANT.open) return null
  return new Date(dispute.evidence.MERCHANT.dueAt)
}

function tellOutcome(row: ExportedCase, { t }: Words): string | null {
  const { type, amountFen, dueKind } = row
  if (dueKind === null) return evidenceDueAt(row) && t('outcome.EVIDENCE')
  const consequence = consequenceOf({ type, amountFen, deadline: { kind: dueKind } })
  return t(`outcome.${consequence?.outcome ?? 'ANSWER'}`)
}

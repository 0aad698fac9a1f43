import { ofShop } from '@/lib/db/reach'
import { inTransaction, type Tx } from '@/lib/db/transaction'
import { within } from '@/lib/db/within'
import { failed, type RefundGateway, type RefundOrder, type RefundOutcome } from './gateway'
import { type Account, lockBalance, openAccounts, post, readPosted } from './ledger-store'

/** The built-in gateway: a double-entry ledger in the same database, for who has no payment system to connect. */
export const ledger: RefundGateway = {
  name: 'LEDGER',
  create: (order) => inTransaction(ofShop(order.shopId), (tx) => payBack(tx, order)),
  query: async (_refundNo, order) => (await findRefund(within(ofShop(order.shopId)), order)) ?? { status: 'UNKNOWN' },
}

/**
 * Posts what the buyer paid for an order, in fen, in the caller's transaction; when repeated with another total, the
 * difference. An order keeps its currency: another one is a defect and throws. The shop's postings wait for the
 * transaction to end, so it is best called last.
 */
export async function recordPayment(
  tx: Tx,
  { shopId, orderNo, currency, totalFen }: Account & { orderNo: string; totalFen: number },
): Promise<void> {
  await openAccounts(tx, { shopId, currency })
  await lockBalance(tx, { shopId, currency })
  const posted = await readPosted(tx, { shopId, kind: 'PAYMENT', reference: orderNo })
  if (posted.some((sum) => sum.currency !== currency)) throw new Error(`order ${orderNo} was paid in another currency`)
  const fen = totalFen - (posted[0]?.fen ?? 0)
  if (fen === 0) return
  const transactionId = `PAYMENT:${orderNo}:${(posted[0]?.postings ?? 0) + 1}`
  await post(tx, { shopId, currency, transactionId, kind: 'PAYMENT', reference: orderNo, fen })
}

/** What is held for the shop in this currency, in fen. */
export async function balanceOf(shopId: string, currency: string): Promise<number> {
  const { rows } = await within(ofShop(shopId)).query<{ balanceFen: number }>(
    `SELECT "balanceFen" FROM "LedgerAccount" WHERE "shopId" = $1 AND "account" = 'SHOP_BALANCE' AND "currency" = $2`,
    [shopId, currency],
  )
  return rows[0]?.balanceFen ?? 0
}

/** R7.1 Once per refund number: who comes second waits for the balance and then finds the posting. */
async function payBack(tx: Tx, order: RefundOrder): Promise<RefundOutcome> {
  const balanceFen = await lockBalance(tx, order)
  const earlier = await findRefund(tx, order)
  if (earlier) return earlier
  if (balanceFen === null || balanceFen < order.amountFen) return failed('insufficientBalance', true)
  const { shopId, currency, refundNo, amountFen } = order
  const transactionId = `REFUND:${refundNo}`
  await post(tx, { shopId, currency, transactionId, kind: 'REFUND', reference: refundNo, fen: -amountFen })
  return { status: 'SUCCEEDED' }
}

async function findRefund(
  tx: Tx,
  { shopId, refundNo, currency, amountFen }: RefundOrder,
): Promise<RefundOutcome | null> {
  const [posted] = await readPosted(tx, { shopId, kind: 'REFUND', reference: refundNo })
  if (!posted) return null
  const same = posted.currency === currency && posted.fen === -amountFen
  return same ? { status: 'SUCCEEDED' } : failed('refundNumberReused', false)
}

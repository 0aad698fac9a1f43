import { z } from 'zod'
import { BUYER_ACTS, BUYER_WEIGHTS } from './act-bodies'
import { actByChance, type Person, readCase, sendOnce, think } from './desk'

/** `now`: the product's clock, about; epoch ms. `orders`, `cases`: his own, by number, so far as they are not over. */
export type Buyer = Person & { shopIds: readonly string[]; now: () => number; orders: string[]; cases: string[] }

export function createBuyer(buyer: Omit<Buyer, 'orders' | 'cases'>): Buyer {
  return { ...buyer, orders: [], cases: [] }
}

const openedSchema = z.object({ no: z.string() })
/** Of what a buyer does, so much is applying for something new; and so much of that on an order that has a case already. */
const APPLIES = 0.4
const ON_OLD_ORDER = 0.25
const TYPES = { REFUND_ONLY: 45, RETURN_REFUND: 40, EXCHANGE: 5, REPAIR: 3, INSTALLATION: 3, COMPLAINT: 4 }
const LINE_FEN = 12_800

/** Applies so many times. */
export async function applyOften(buyer: Buyer, times: number): Promise<void> {
  for (let n = 0; n < times; n++) await apply(buyer)
}

/** Orders, applies, and does with the cases what they offer a buyer, until `going` says that it is over. */
export async function beBuyer(buyer: Buyer, going: () => boolean): Promise<void> {
  while (going()) {
    if (buyer.cases.length === 0 || buyer.chance.hits(APPLIES)) await apply(buyer)
    else await goOn(buyer)
    await think(buyer)
  }
}

async function goOn(buyer: Buyer): Promise<void> {
  const no = buyer.chance.pick(buyer.cases)
  const seen = await readCase(buyer, no)
  if (!seen) return
  const acted = await actByChance(buyer, seen, { acts: BUYER_ACTS, weights: BUYER_WEIGHTS })
  if (!acted) buyer.cases.splice(buyer.cases.indexOf(no), 1)
}

async function apply(buyer: Buyer): Promise<void> {
  const { chance, key, book, orders } = buyer
  const old = orders.length > 0 && chance.hits(ON_OLD_ORDER)
  const orderNo = old ? chance.pick(orders) : await putOrder(buyer)
  if (!old) orders.push(orderNo)
  const type = chance.draw(TYPES)
  const refunds = type === 'REFUND_ONLY' || type === 'RETURN_REFUND'
  const line = { lineNo: chance.int(1, 2), quantity: 1, ...(refunds ? { amountFen: chance.int(1, LINE_FEN) } : {}) }
  const token = buyer.newToken()
  const answer = await sendOnce(buyer, orderNo, {
    method: 'POST',
    path: 'after-sales',
    key,
    body: { orderNo, type, lines: [line], reason: 'OTHER', description: token },
    name: token,
  })
  const no = answer.kind === 'done' ? openedSchema.parse(answer.body).no : null
  book.applications.push({ token, fate: answer.kind, no })
  if (no !== null) buyer.cases.push(no)
}

/** What is put may be put again: no answer is waited for that says more than that it is there. */
async function putOrder(buyer: Buyer): Promise<string> {
  const { client, chance, key, name, shopIds, now } = buyer
  const orderNo = `order-${buyer.newToken()}`
  const line = (lineNo: number) => ({
    lineNo,
    sku: `S-${lineNo}`,
    title: '羊毛围巾 浅灰',
    quantity: 1,
    paidFen: LINE_FEN,
  })
  const paidAt = new Date(now() - chance.int(1, 8) * 3_600_000).toISOString()
  const buyerFields = { id: `buyer-${name}`, name: '王小明', phone: '13800000000' }
  const body = {
    shopId: chance.pick(shopIds),
    buyer: buyerFields,
    currency: 'CNY',
    totalFen: 2 * LINE_FEN,
    paidAt,
    lines: [line(1), line(2)],
  }
  await client.call({ method: 'PUT', path: `orders/${orderNo}`, key, body })
  if (chance.hits(0.5)) {
    const shipment = { carrier: '顺丰速运', trackingNo: `SF-${orderNo}` }
    await client.call({
      method: 'POST',
      path: `orders/${orderNo}/shipment`,
      key,
      body: shipment,
      name: `ship-${orderNo}`,
    })
  }
  return orderNo
}

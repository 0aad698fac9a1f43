import type { Actor } from '@/lib/after-sales/domain/after-sale'
import type { Application } from '@/lib/after-sales/domain/commands'
import { inTransaction } from '@/lib/db/transaction'
import { switchShop } from '@/lib/instant-refund/switch'
import { recordShipment } from '@/lib/orders/record-shipment'
import { buyerOf, type DemoShop, NANZHI, XIAOYUAN } from './catalogue'
import { orderEvents, orderNoOf } from './orders'
import { memberOf } from './people-store'
import { act, apply, type Event } from './simulation'
import { DAY, HOUR, MINUTE } from './story'

/**
 * R5 Buyers who change their mind soon after paying: the first shop decides each by hand and can see what it would have
 * been spared; the third has it on. The n-th story is always the same.
 */

const PLATFORM = { kind: 'PLATFORM' } as const
const MANAGER: Actor = { role: 'MANAGER', id: 'manager' }
const WORDS = [
  '拍错颜色了，还没发货，麻烦退一下。',
  '不小心下了两单，退这一单。',
  '地址填错了，我退了重新拍。',
  '忘记用优惠券，想重新下单。',
  '家里人已经买了，不需要了。',
]
const REJECTION = '您好，这件已经按您的要求开始绣字，电话里和您确认过定制不支持退款，感谢理解。'

type Ending = 'APPROVED' | 'TIMED_OUT' | 'REJECTED' | 'WITHDRAWN' | 'OPEN'
type Quick = {
  shop: DemoShop
  good: number
  quantity?: number
  openedBefore: number
  paidBefore: number
  ending: Ending
  /** After the application. */
  approvedAfter?: number
  shippedBefore?: number
}

/** Goods of the first shop that cost less than ¥300.00, and some that do not. */
const CHEAP = [1, 2, 5, 8, 11, 12, 14, 0, 7, 3, 9]
const DEAR = [6, 13, 4]
const ENDINGS: { readonly [n: number]: Ending } = { 5: 'TIMED_OUT', 12: 'REJECTED', 16: 'TIMED_OUT', 20: 'WITHDRAWN' }

const OF_FIRST_SHOP = Array.from({ length: 30 }, (_, n): Quick => {
  const isDear = n % 7 === 4
  const goods = isDear ? DEAR : CHEAP
  return {
    shop: NANZHI,
    good: goods[n % goods.length] ?? 1,
    // a day or two have several, some have none
    openedBefore: (2 + ((n * 11) % 27)) * DAY + ((n * 5) % 13) * HOUR + n * 7 * MINUTE,
    // some too late, and sent out by then
    paidBefore: n % 9 === 8 ? 8 * HOUR : (12 + ((n * 53) % 285)) * MINUTE,
    ending: isDear ? 'APPROVED' : (ENDINGS[n] ?? 'APPROVED'),
    approvedAfter: (1 + ((n * 17) % 33)) * HOUR + n * 3 * MINUTE,
  }
})
/** One that leaves the house while its buyer waits for the money. */
const LEAVING: Quick = {
  shop: NANZHI,
  good: 7,
  openedBefore: 20 * HOUR,
  paidBefore: 40 * MINUTE,
  ending: 'OPEN',
  shippedBefore: 50 * MINUTE,
}
const OF_THIRD_SHOP = Array.from({ length: 9 }, (_, n): Quick => {
  const isDeclined = n % 4 === 2
  return {
    shop: XIAOYUAN,
    good: isDeclined ? 5 : n % 5,
    quantity: isDeclined ? 2 : 1,
    openedBefore: (1 + ((n * 5) % 21)) * DAY + n * 47 * MINUTE,
    paidBefore: (25 + n * 31) * MINUTE,
    ending: isDeclined ? 'APPROVED' : 'OPEN',
    approvedAfter: (3 + n) * HOUR,
  }
})

/** What the shops switched: the first tried it long ago. */
const SWITCHED: { shop: DemoShop; before: number; enabled: boolean }[] = [
  { shop: NANZHI, before: 54 * DAY, enabled: true },
  { shop: NANZHI, before: 47 * DAY - 5 * HOUR, enabled: false },
  { shop: XIAOYUAN, before: 24 * DAY + 3 * HOUR, enabled: true },
]

export function instantEvents(present: number): Event[] {
  const switches = SWITCHED.map(({ shop, before, enabled }) => ({
    at: present - before,
    run: async () => {
      await inTransaction(PLATFORM, (tx) =>
        switchShop(tx, { scope: PLATFORM, actor: MANAGER, shopId: shop.id, enabled }),
      )
    },
  }))
  return [...switches, ...[...OF_FIRST_SHOP, LEAVING, ...OF_THIRD_SHOP].flatMap((quick, n) => tell(quick, n, present))]
}

function tell({ shop, good, quantity = 1, ...story }: Quick, n: number, present: number): Event[] {
  const openedAt = present - story.openedBefore
  const paidAt = openedAt - story.paidBefore
  const no = orderNoOf(3000 + n, paidAt)
  const buyer = 400 + n * 3
  const events = orderEvents({ no, shop, good, quantity, buyer, paidAt, unshipped: false, until: openedAt })
  let caseNo = ''
  const amountFen = (shop.goods[good]?.fen ?? 0) * quantity
  const application: Application = {
    orderNo: no,
    type: 'REFUND_ONLY',
    reason: 'NO_LONGER_WANTED',
    description: WORDS[n % WORDS.length] ?? '',
    lines: [{ lineNo: 1, quantity, amountFen }],
  }
  events.push({
    at: openedAt,
    run: async () => {
      caseNo = await apply(application)
    },
  })
  const { shippedBefore } = story
  if (shippedBefore !== undefined) events.push({ at: present - shippedBefore, run: () => shipMeanwhile(no, shop) })
  return [...events, ...end(story, () => caseNo, { openedAt, shop, buyer })]
}

/** What somebody does about it; the clock does its part by itself. */
function end(
  { ending, approvedAfter = HOUR }: Pick<Quick, 'ending' | 'approvedAfter'>,
  caseNo: () => string,
  { openedAt, shop, buyer }: { openedAt: number; shop: DemoShop; buyer: number },
): Event[] {
  const member = memberOf(shop.id)
  const after = (ms: number, actor: Actor, command: Parameters<typeof act>[2]): Event => ({
    at: openedAt + ms,
    run: async () => {
      await act(caseNo(), actor, command)
    },
  })
  switch (ending) {
    case 'APPROVED':
      return [after(approvedAfter, member, { type: 'approve' })]
    case 'WITHDRAWN':
      return [after(3 * HOUR, { role: 'BUYER', id: buyerOf(buyer).id }, { type: 'withdraw' })]
    case 'REJECTED': {
      const note = '电话联系，买家知道已经开始绣字，不能退'
      return [
        after(2 * HOUR, member, { type: 'logContact', channel: 'PHONE', outcome: 'REACHED', note }),
        after(3 * HOUR, member, { type: 'reject', reasonCode: 'NOT_RETURNABLE', text: REJECTION }),
      ]
    }
    case 'TIMED_OUT':
    case 'OPEN':
      return []
  }
}

async function shipMeanwhile(no: string, { carriers: [carrier = '中通'] }: DemoShop): Promise<void> {
  const waybill = { carrier, trackingNo: `7${no.slice(-11)}` }
  await inTransaction(PLATFORM, (tx) => recordShipment(tx, PLATFORM, no, waybill))
}

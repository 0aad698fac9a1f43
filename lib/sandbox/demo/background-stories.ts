import { type AfterSaleType, APPLICATION_REASONS, type ApplicationReason } from '@/lib/after-sales/domain/after-sale'
import { type DemoShop, NANZHI, SHANYE, XIAOYUAN } from './catalogue'
import { approves } from './steps'
import { DAY, HOUR, MINUTE, type Step, type Story } from './story'

/** Everything else: shops with a past, cases on every way that R1 and R2 know. The n-th story is always the same. */

const REJECTION = '您好，我们核对了出库照片和同批次样品，商品与描述一致，暂不符合退款条件，如有新的照片可以再次申请。'

const waybill = (before: number, n: number): Step => ({
  before,
  by: 'BUYER',
  command: {
    type: 'submitReturnShipment',
    carrier: n % 2 ? '中通' : '圆通',
    trackingNo: `${n % 2 ? 'ZT' : 'YT'}7805${String(310_000 + n * 977)}`,
  },
})

/** One way through the rules; `n` makes its moments and things its own. */
type Way = (n: number) => { type: AfterSaleType; openedBefore: number; steps: Step[]; outage?: Story['outage'] }

const WAYS = {
  toReview: (n) => ({ type: 'REFUND_ONLY', openedBefore: (6 + ((n * 5) % 36)) * HOUR + n * MINUTE, steps: [] }),
  returnToReview: (n) => ({ type: 'RETURN_REFUND', openedBefore: (3 + ((n * 7) % 40)) * HOUR + n * MINUTE, steps: [] }),
  awaitingReturn(n) {
    const openedBefore = (2 + ((n * 3) % 8)) * DAY + n * 13 * MINUTE
    return { type: 'RETURN_REFUND', openedBefore, steps: [approves(openedBefore - 14 * HOUR)] }
  },
  approvedByClock: (n) => ({ type: 'RETURN_REFUND', openedBefore: (3 + (n % 5)) * DAY + n * 7 * MINUTE, steps: [] }),
  awaitingReceipt(n) {
    const openedBefore = (5 + (n % 7)) * DAY + n * 11 * MINUTE
    return {
      type: 'RETURN_REFUND',
      openedBefore,
      steps: [approves(openedBefore - 5 * HOUR), waybill(openedBefore - 2 * DAY, n)],
    }
  },
  refunded(n) {
    const openedBefore = (4 + ((n * 5) % 24)) * DAY + n * 17 * MINUTE
    return { type: 'REFUND_ONLY', openedBefore, steps: [approves(openedBefore - (2 + (n % 20)) * HOUR)] }
  },
  refundedByClock: (n) => ({
    type: 'REFUND_ONLY',
    openedBefore: (4 + ((n * 3) % 20)) * DAY + n * 19 * MINUTE,
    steps: [],
  }),
  returnedAndRefunded(n) {
    const openedBefore = (14 + (n % 12)) * DAY + n * 23 * MINUTE
    return {
      type: 'RETURN_REFUND',
      openedBefore,
      steps: [
        approves(openedBefore - 8 * HOUR),
        waybill(openedBefore - 3 * DAY, n),
        {
          before: openedBefore - 7 * DAY,
          by: 'AGENT',
          command: { type: 'confirmReceipt', note: '包装完好，吊牌在，无使用痕迹。' },
          ...(n % 3 === 0 && { photos: ['openedParcel'] }),
        },
      ],
    }
  },
  receiptByClock(n) {
    const openedBefore = (16 + (n % 6)) * DAY + n * 29 * MINUTE
    return {
      type: 'RETURN_REFUND',
      openedBefore,
      steps: [approves(openedBefore - 20 * HOUR), waybill(openedBefore - 2 * DAY, n)],
    }
  },
  rejected(n) {
    const openedBefore = (3 + ((n * 2) % 15)) * DAY + n * 31 * MINUTE
    return {
      type: n % 3 ? 'REFUND_ONLY' : 'RETURN_REFUND',
      openedBefore,
      steps: [
        {
          before: openedBefore - 4 * HOUR,
          by: 'AGENT',
          command: { type: 'sendMessage', text: '您好，方便补一张吊牌和瑕疵处的照片吗？' },
        },
        { before: openedBefore - 6 * HOUR, by: 'BUYER', command: { type: 'readMessages' } },
        {
          before: openedBefore - 26 * HOUR,
          by: 'AGENT',
          command: { type: 'reject', reasonCode: n % 2 ? 'NO_DEFECT_FOUND' : 'EVIDENCE_INSUFFICIENT', text: REJECTION },
        },
      ],
    }
  },
  withdrawn(n) {
    const openedBefore = (2 + ((n * 4) % 18)) * DAY + n * 37 * MINUTE
    return {
      type: n % 2 ? 'RETURN_REFUND' : 'REFUND_ONLY',
      openedBefore,
      steps: [{ before: openedBefore - 9 * HOUR, by: 'BUYER', command: { type: 'withdraw' } }],
    }
  },
  returnByClock(n) {
    const openedBefore = (13 + (n % 9)) * DAY + n * 41 * MINUTE
    return { type: 'RETURN_REFUND', openedBefore, steps: [approves(openedBefore - 11 * HOUR)] }
  },
  retrying: (n) => ({
    type: 'REFUND_ONLY',
    openedBefore: 9 * HOUR + n * MINUTE,
    steps: [approves((2 + (n % 3)) * MINUTE)],
    outage: 'RETRYING',
  }),
  stuck: (n) => ({
    type: 'REFUND_ONLY',
    openedBefore: 3 * DAY + n * MINUTE,
    steps: [approves(2 * DAY - n * MINUTE)],
    outage: 'STUCK',
  }),
} satisfies Record<string, Way>

/** Why money is asked for; the others are why something is to be served. */
const SERVED: readonly ApplicationReason[] = ['MALFUNCTION', 'SERVICE_NOT_PROVIDED', 'POOR_SERVICE']
const REASONS = APPLICATION_REASONS.filter((reason) => !SERVED.includes(reason))

const COUNTS: [DemoShop, Partial<Record<keyof typeof WAYS, number>>][] = [
  [
    NANZHI,
    {
      awaitingReturn: 9,
      approvedByClock: 3,
      refunded: 8,
      refundedByClock: 4,
      returnedAndRefunded: 5,
      receiptByClock: 2,
      rejected: 4,
      withdrawn: 3,
      returnByClock: 3,
      retrying: 2,
      stuck: 1,
    },
  ],
  [
    SHANYE,
    {
      toReview: 3,
      returnToReview: 2,
      awaitingReturn: 3,
      awaitingReceipt: 2,
      refunded: 3,
      refundedByClock: 1,
      returnedAndRefunded: 2,
      rejected: 2,
      withdrawn: 1,
      returnByClock: 1,
    },
  ],
  [
    XIAOYUAN,
    {
      toReview: 3,
      awaitingReturn: 1,
      awaitingReceipt: 1,
      refunded: 3,
      refundedByClock: 2,
      receiptByClock: 1,
      rejected: 1,
      withdrawn: 1,
      stuck: 1,
    },
  ],
]

export const BACKGROUND_STORIES: Story[] = COUNTS.flatMap(([shop, counts]) => {
  let n = shop.goods.length
  return Object.entries(counts).flatMap(([way, count]) =>
    Array.from({ length: count }, () => tell(shop, WAYS[way as keyof typeof WAYS], n++)),
  )
})

function tell(shop: DemoShop, way: Way, n: number): Story {
  const { outage, ...chapter } = way(n)
  const reason = REASONS[(n * 3) % REASONS.length] ?? 'OTHER'
  const story: Story = {
    shop,
    good: (n * 4 + 1) % shop.goods.length,
    buyer: 40 + n * 3,
    chapters: [{ ...chapter, reason }],
  }
  return outage ? { ...story, outage } : story
}

import type { Chance } from '../chance'

/** What is sent with an act; the token stands in it wherever there is something to say. */
type Words = (token: string, chance: Chance) => object

/** What a buyer does with his case, and what comes with it. */
export const BUYER_ACTS = {
  messages: (token) => ({ text: `什么时候处理？${token}` }),
  'messages/read': () => ({}),
  'return-shipment': (token) => ({ carrier: '顺丰速运', trackingNo: `SF-${token}` }),
  withdraw: () => ({}),
  'service-agreement': (_, chance) => ({ accept: chance.hits(0.5) }),
  'service-step': (token) => ({ step: 'DONE', note: token }),
  dispute: (token) => ({ reason: 'OTHER', statement: `请平台看一下 ${token}` }),
  'dispute/evidence': (token, chance) => ({ text: `开箱就是这样 ${token}`, done: chance.hits(0.5) }),
  'dispute/withdraw': () => ({}),
} satisfies Record<string, Words>

export const BUYER_WEIGHTS: Readonly<Record<keyof typeof BUYER_ACTS, number>> = {
  messages: 10,
  'messages/read': 10,
  'return-shipment': 35,
  withdraw: 4,
  'service-agreement': 30,
  'service-step': 25,
  dispute: 6,
  'dispute/evidence': 20,
  'dispute/withdraw': 4,
}

/** And the merchant. */
export const MERCHANT_ACTS = {
  messages: (token) => ({ text: `您好，正在核实 ${token}` }),
  'messages/read': () => ({}),
  contacts: (token, chance) => ({
    channel: 'PHONE',
    outcome: chance.hits(0.8) ? 'REACHED' : 'NO_ANSWER',
    note: `电话沟通 ${token}`,
  }),
  approve: () => ({}),
  reject: (token) => ({ reasonCode: 'AS_DESCRIBED', text: `商品与详情页描述一致，已电话沟通 ${token}` }),
  'confirm-receipt': (token) => ({ note: `包装完好 ${token}` }),
  'service-proposal': (token, chance) => ({
    kind: chance.pick(['EXCHANGE', 'REPAIR']),
    note: `换一件全新的 ${token}`,
  }),
  'service-step': (token, chance) => ({
    step: chance.pick(['ANSWERED', 'GOODS_RECEIVED', 'SENT_BACK', 'PERFORMED']),
    note: token,
  }),
  dispute: (token) => ({ reason: 'OTHER', statement: `买家说法不实 ${token}` }),
  'dispute/evidence': (token, chance) => ({ text: `发货前的照片 ${token}`, done: chance.hits(0.5) }),
  'dispute/withdraw': () => ({}),
  'dispute/concede': () => ({}),
} satisfies Record<string, Words>

export const MERCHANT_WEIGHTS: Readonly<Record<keyof typeof MERCHANT_ACTS, number>> = {
  messages: 12,
  'messages/read': 4,
  contacts: 14,
  approve: 25,
  reject: 30,
  'confirm-receipt': 40,
  'service-proposal': 8,
  'service-step': 40,
  dispute: 3,
  'dispute/evidence': 20,
  'dispute/withdraw': 3,
  'dispute/concede': 4,
}

/** And support, who rules. */
export const SUPPORT_ACTS = {
  'dispute/evidence-request': (token, chance) => ({
    from: chance.pick([['MERCHANT'], ['BUYER'], ['MERCHANT', 'BUYER']]),
    dueInHours: chance.int(1, 60),
    note: `请补充照片 ${token}`,
  }),
  'dispute/ruling': (token, chance) => ({
    liability: chance.pick(['MERCHANT', 'BUYER', 'SHARED', 'NONE']),
    ...chance.pick([
      { outcome: 'REFUND' },
      { outcome: 'REFUND', amountFen: 1000 },
      { outcome: 'RETURN_THEN_REFUND' },
      { outcome: 'DISMISS' },
    ]),
    rationale: `照片显示如此 ${token}`,
  }),
} satisfies Record<string, Words>

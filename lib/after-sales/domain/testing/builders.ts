import { type Actor, type ReturnAddress, refundNoOf } from '../after-sale'
import type { Application, CommandOf, CommandType } from '../commands'
import type { OrderFacts, OrderLineFacts } from '../decide/application'
import type { EventData, EventOf } from '../events'
import { CURRENT_POLICY, type Instant } from '../policy'
import { isServiceType } from '../service'

/** Believable values for tests; each says what matters to it and leaves the rest. */

export const HOUR = 60 * 60 * 1000
export const DAY = 24 * HOUR
export const OPENED_AT: Instant = Date.parse('2026-03-02T10:00:00.000+08:00')

/** Of the case AS0001, which `applied` opens. */
export const REFUND_NO = refundNoOf('AS0001')

export const buyer: Actor = { role: 'BUYER', id: 'buyer-1' }
export const agent: Actor = { role: 'AGENT', id: 'agent-1' }
export const manager: Actor = { role: 'MANAGER', id: 'manager-1' }
export const support: Actor = { role: 'SUPPORT', id: 'support-1' }
export const system: Actor = { role: 'SYSTEM', id: null }
export const ACTORS = [buyer, agent, manager, support, system]

export const WAREHOUSE: ReturnAddress = {
  id: 'address-warehouse',
  name: '李仓管',
  phone: '13800000001',
  region: '浙江省 杭州市 余杭区',
  detail: '文一西路 1 号 3 号仓',
  isDefault: true,
}
export const OFFICE: ReturnAddress = { ...WAREHOUSE, id: 'address-office', detail: '文一西路 9 号', isDefault: false }

const COMMANDS: { readonly [T in CommandType]: CommandOf<T> } = {
  approve: { type: 'approve' },
  reject: { type: 'reject', reasonCode: 'AS_DESCRIBED', text: '商品与详情页描述一致,已和您电话沟通' },
  confirmReceipt: { type: 'confirmReceipt', note: '包装完好,配件齐全' },
  submitReturnShipment: { type: 'submitReturnShipment', carrier: '顺丰速运', trackingNo: 'SF1000000001' },
  withdraw: { type: 'withdraw' },
  sendMessage: { type: 'sendMessage', text: '您好,请问现在方便沟通吗?' },
  readMessages: { type: 'readMessages' },
  logContact: { type: 'logContact', channel: 'PHONE', outcome: 'REACHED', note: '已说明不符合退款条件,买家知晓' },
  proposeService: { type: 'proposeService', kind: 'EXCHANGE', note: '换一件同款全新的，来回运费由我们承担' },
  answerProposal: { type: 'answerProposal', accept: true },
  recordServiceStep: { type: 'recordServiceStep', step: 'GOODS_RECEIVED', note: '已签收，待检测' },
  openDispute: { type: 'openDispute', reason: 'REFUND_REFUSED', statement: '商家拒绝退款，商品确有质量问题' },
  submitEvidence: { type: 'submitEvidence', text: '开箱时左下角就有跳线，见照片' },
  requestEvidence: {
    type: 'requestEvidence',
    from: ['MERCHANT', 'BUYER'],
    dueInHours: 24,
    note: '请补充发货前的照片',
  },
  withdrawDispute: { type: 'withdrawDispute' },
  concedeDispute: { type: 'concedeDispute' },
  ruleDispute: { type: 'ruleDispute', liability: 'MERCHANT', outcome: 'REFUND', rationale: '照片显示瑕疵属实' },
  retryRefund: { type: 'retryRefund' },
  recordRefundSuccess: { type: 'recordRefundSuccess' },
  recordRefundStuck: { type: 'recordRefundStuck', error: 'gateway timeout' },
}

export const COMMAND_TYPES = Object.keys(COMMANDS) as CommandType[]

/** A believable command of this type; `change` says what matters to the test. */
export function command<T extends CommandType>(type: T, change: Partial<CommandOf<T>> = {}): CommandOf<T> {
  return { ...COMMANDS[type], ...change }
}

export function application(change: Partial<Application> = {}): Application {
  const line = { lineNo: 1, quantity: 1 }
  const lines = [change.type && isServiceType(change.type) ? line : { ...line, amountFen: 19_900 }]
  return { orderNo: 'O1001', type: 'REFUND_ONLY', lines, reason: 'QUALITY_DEFECT', ...change }
}

/** An order line, by default two pieces for ¥199.00 that nobody has complained of. */
export function orderLine(change: Partial<OrderLineFacts> = {}): OrderLineFacts {
  return { lineNo: 1, quantity: 2, paidFen: 19_900, refundedFen: 0, occupiedBy: null, latest: null, ...change }
}

export function order(...lines: OrderLineFacts[]): OrderFacts {
  return {
    orderNo: 'O1001',
    shopId: 'shop-1',
    buyerId: 'buyer-1',
    currency: 'CNY',
    lines,
    paidAt: OPENED_AT - DAY,
    totalFen: 39_900,
    shippedAt: OPENED_AT - HOUR,
  }
}

/** The first event of a case, by default a refund of one line of ¥199.00. */
export function applied(change: Partial<EventData['Applied']> = {}, at: Instant = OPENED_AT): EventOf<'Applied'> {
  const { type, reason, orderNo, ...asked } = application({ type: change.type ?? 'REFUND_ONLY' })
  const lines = change.lines ?? asked.lines.map((line) => ({ ...line, amountFen: line.amountFen ?? 0 }))
  const amountFen = lines.reduce((sum, line) => sum + line.amountFen, 0)
  const { version } = CURRENT_POLICY
  const who = { no: 'AS0001', shopId: 'shop-1', orderNo, buyerId: 'buyer-1' }
  const what = { type, lines, amountFen, currency: 'CNY', reason, description: null, attachmentIds: [] }
  const data = { ...who, ...what, attempt: 1, previousNo: null, policyVersion: version, ...change }
  return { type: 'Applied', actor: buyer, clause: 'R1.1', effectiveAt: at, recordedAt: at, data }
}

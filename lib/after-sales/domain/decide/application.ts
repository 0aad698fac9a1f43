import { record } from '../act'
import type { Actor, ClaimedLine, Status } from '../after-sale'
import { findAttachmentFault, namedAttachments } from '../attachments'
import type { Clause } from '../clauses'
import type { Application } from '../commands'
import type { AfterSaleEvent, EventOf } from '../events'
import { evolve } from '../evolve'
import type { Instant, Policy } from '../policy'
import { type Decision, type Refusal, refuse } from '../refusals'
import { isExchangeKind, isServiceType } from '../service'
import { judgeInstantRefund, measureInstantRefund } from './instant-refund'
import { periodEndOf } from './service-period'

export type LatestCase = { no: string; status: Status; attempt: number; openedAt: Instant }
export type OrderLineFacts = {
  lineNo: number
  quantity: number
  paidFen: number
  /** Everything ordered back so far, in fen. */
  refundedFen: number
  /** R0.8 the case that occupies the line */
  occupiedBy: string | null
  latest: LatestCase | null
  /** R4.5 the case on the line that a ruling dismissed; absent or null: none */
  dismissedNo?: string | null
  /** R3.2 the ends of its periods, where the platform names them */
  exchangeUntil?: Instant | null
  repairUntil?: Instant | null
}
/** `deliveredAt`: absent or null before the delivery. */
export type OrderFacts = {
  orderNo: string
  shopId: string
  buyerId: string
  currency: string
  deliveredAt?: Instant | null
  paidAt: Instant
  totalFen: number
  shippedAt: Instant | null
  lines: OrderLineFacts[]
}
export type ApplicationContext = {
  actor: Actor
  now: Instant
  policy: Policy
  /** R5.1 Since when the shop refunds at once what fits; null: it does not. */
  instantRefundSince: Instant | null
  newNo: string
  /** Of the files that the application names, those that it may use; absent when it names none. */
  usableAttachments?: ReadonlySet<string>
}

/** R1.1, R2.1, R3.2, R3.4, R1.4 Opens a case, or says which line stands against it. */
export function decideApplication(
  order: OrderFacts,
  application: Application,
  context: ApplicationContext,
): Decision<AfterSaleEvent> {
  if (context.actor.role !== 'BUYER') return refuse({ code: 'notPermitted', act: 'apply' })
  const attachmentIds = namedAttachments(application)
  const wrong =
    findAttachmentFault(attachmentIds, context.policy, context.usableAttachments) ??
    findFault(order, application, context)
  if (wrong) return refuse(wrong)
  const { attempt, previousNo } = numberAttempt(order, application)
  const lines = claimedOf(application)
  const applied: EventOf<'Applied'> = record(context, 'Applied', openingClause(application, attempt), {
    no: context.newNo,
    shopId: order.shopId,
    orderNo: order.orderNo,
    buyerId: order.buyerId,
    type: application.type,
    lines,
    amountFen: lines.reduce((sum, line) => sum + line.amountFen, 0),
    currency: order.currency,
    reason: application.reason,
    description: application.description ?? null,
    attempt,
    previousNo,
    policyVersion: context.policy.version,
    attachmentIds: [...attachmentIds],
  })
  return { ok: true, events: [applied, ...refundInstantly(order, applied, context)] }
}

/** R5.1 Never of an application from before it was switched on. */
function refundInstantly(
  order: OrderFacts,
  applied: EventOf<'Applied'>,
  { instantRefundSince, now }: ApplicationContext,
): AfterSaleEvent[] {
  const isOn = instantRefundSince !== null && instantRefundSince <= now
  if (!isOn || applied.data.type !== 'REFUND_ONLY') return []
  return judgeInstantRefund(evolve(null, applied), measureInstantRefund(order, now), now)
}

/** R3.2 Of what is served no amount is asked, of what refunds one is. */
function amountFault(application: Application, index: number): Refusal {
  const path = `lines.${index}.amountFen`
  return isServiceType(application.type)
    ? { code: 'amountNotNeeded', clause: 'R3.2', path }
    : { code: 'amountRequired', clause: openingClause(application, 1), path }
}

function openingClause({ type }: Application, attempt: number): Clause {
  if (isServiceType(type)) return isExchangeKind(type) ? 'R3.2' : 'R3.4'
  if (attempt > 1) return 'R1.4'
  return type === 'REFUND_ONLY' ? 'R1.1' : 'R2.1'
}

/** R3.2 What is served carries no amount. */
function claimedOf(application: Application): ClaimedLine[] {
  return application.lines.map(({ lineNo, quantity, amountFen = 0 }) => ({ lineNo, quantity, amountFen }))
}

/** Faults of what was sent come before those of the state, so that a caller mends his own first. */
function findFault(order: OrderFacts, application: Application, context: ApplicationContext): Refusal | null {
  const seen = new Set<number>()
  for (const [index, { lineNo, quantity, amountFen }] of application.lines.entries()) {
    const line = lineOf(order, lineNo)
    if (!line) return { code: 'orderLineUnknown', clause: 'R1.1', path: `lines.${index}.lineNo`, lineNo }
    if (seen.has(lineNo)) return { code: 'orderLineRepeated', clause: 'R0.8', path: `lines.${index}.lineNo`, lineNo }
    seen.add(lineNo)
    if ((amountFen === undefined) !== isServiceType(application.type)) return amountFault(application, index)
    if (quantity > line.quantity)
      return { code: 'quantityExceedsBought', clause: 'R0.5', path: `lines.${index}.quantity`, bought: line.quantity }
  }
  for (const { lineNo } of application.lines) {
    const no = lineOf(order, lineNo)?.dismissedNo
    if (no) return { code: 'disputeFinal', clause: 'R4.5', no }
  }
  for (const { lineNo } of application.lines) {
    const no = lineOf(order, lineNo)?.occupiedBy
    if (no) return { code: 'openCaseExists', clause: 'R0.8', no, lineNo }
  }
  for (const { lineNo } of application.lines) {
    const until = periodEndOf(order, lineOf(order, lineNo), application.type, context.policy)
    // R0.2 the end of the period is included
    if (until !== null && context.now > until) return { code: 'afterSalesPeriodOver', clause: 'R3.2', lineNo, until }
  }
  for (const { lineNo, amountFen } of claimedOf(application)) {
    const leftFen = leftOf(lineOf(order, lineNo))
    if (amountFen > leftFen) return { code: 'refundExceedsPaid', clause: 'R0.5', lineNo, leftFen }
  }
  return null
}

/** R1.4 Counts on only from a rejection, whatever its type; of lines with different histories the newest case counts. */
function numberAttempt(order: OrderFacts, application: Application): { attempt: number; previousNo: string | null } {
  const newest = application.lines
    .map(({ lineNo }) => lineOf(order, lineNo)?.latest ?? null)
    .reduce(
      (a, b) => (b && (!a || b.openedAt > a.openedAt || (b.openedAt === a.openedAt && b.no > a.no)) ? b : a),
      null,
    )
  return newest?.status === 'REJECTED'
    ? { attempt: newest.attempt + 1, previousNo: newest.no }
    : { attempt: 1, previousNo: null }
}

function lineOf(order: OrderFacts, lineNo: number): OrderLineFacts | undefined {
  return order.lines.find((line) => line.lineNo === lineNo)
}

function leftOf(line: OrderLineFacts | undefined): number {
  return line ? line.paidFen - line.refundedFen : 0
}

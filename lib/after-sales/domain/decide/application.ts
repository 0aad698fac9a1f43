import { record } from '../act'
import type { Actor, Status } from '../after-sale'
import { findAttachmentFault, namedAttachments } from '../attachments'
import type { Application } from '../commands'
import type { AfterSaleEvent, EventOf } from '../events'
import type { Instant, Policy } from '../policy'
import { type Decision, type Refusal, refuse } from '../refusals'

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
}
export type OrderFacts = { orderNo: string; shopId: string; buyerId: string; currency: string; lines: OrderLineFacts[] }
export type ApplicationContext = {
  actor: Actor
  now: Instant
  policy: Policy
  newNo: string
  /** Of the files that the application names, those that it may use; absent when it names none. */
  usableAttachments?: ReadonlySet<string>
}

/** R1.1, R2.1, R1.4 Opens a case, or says which line stands against it. */
export function decideApplication(
  order: OrderFacts,
  application: Application,
  context: ApplicationContext,
): Decision<AfterSaleEvent> {
  if (context.actor.role !== 'BUYER') return refuse({ code: 'notPermitted', act: 'apply' })
  const attachmentIds = namedAttachments(application)
  const wrong =
    findAttachmentFault(attachmentIds, context.policy, context.usableAttachments) ?? findFault(order, application)
  if (wrong) return refuse(wrong)
  const { attempt, previousNo } = numberAttempt(order, application)
  const applied: EventOf<'Applied'> = record(context, 'Applied', attempt > 1 ? 'R1.4' : openingClause(application), {
    no: context.newNo,
    shopId: order.shopId,
    orderNo: order.orderNo,
    buyerId: order.buyerId,
    type: application.type,
    lines: application.lines,
    amountFen: application.lines.reduce((sum, line) => sum + line.amountFen, 0),
    currency: order.currency,
    reason: application.reason,
    description: application.description ?? null,
    attempt,
    previousNo,
    policyVersion: context.policy.version,
    attachmentIds: [...attachmentIds],
  })
  return { ok: true, events: [applied] }
}

function openingClause(application: Application): 'R1.1' | 'R2.1' {
  return application.type === 'REFUND_ONLY' ? 'R1.1' : 'R2.1'
}

/** Faults of what was sent come before those of the state, so that a caller mends his own first. */
function findFault(order: OrderFacts, application: Application): Refusal | null {
  const seen = new Set<number>()
  for (const [index, { lineNo, quantity }] of application.lines.entries()) {
    const line = lineOf(order, lineNo)
    if (!line) return { code: 'orderLineUnknown', clause: 'R1.1', path: `lines.${index}.lineNo`, lineNo }
    if (seen.has(lineNo)) return { code: 'orderLineRepeated', clause: 'R0.8', path: `lines.${index}.lineNo`, lineNo }
    seen.add(lineNo)
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
  for (const { lineNo, amountFen } of application.lines) {
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

import type { Scope } from '@/lib/auth/scope'
import { database } from '@/lib/db/pool'
import { prisma } from '@/lib/db/prisma'
import { readDispute } from '@/lib/disputes/dispute-queries'
import { maskName, maskPhone } from '@/lib/i18n/mask'
import { inspectionOf, readAttachments } from './attachment-queries'
import { readBuyerHistory } from './buyer-history-queries'
import type { ActorRole, AfterSale, RefundOrigin } from './domain/after-sale'
import { waitingOn } from './domain/after-sale'
import { consequenceOf, limitOf } from './domain/deadline'
import { isOverdue } from './domain/decide'
import { refundableLines } from './domain/decide/refund'
import { stepsFor } from './domain/decide/service'
import { actionsOf } from './domain/permissions'
import { policyOf } from './domain/policy'
import { type LockedCase, readNow, readState } from './store'
import { settleOverdue } from './sweep'
import { readTalk, readTimeline } from './talk-queries'
import type { CaseView, RefundStatus, ServiceView, TalkEntry } from './views'

/**
 * One case as `role` may see it, its overdue clock settled first (R0.3); null when there is none in the scope. The
 * buyer's name and phone are masked.
 */
export async function loadCase(scope: Scope, role: ActorRole, no: string): Promise<CaseView | null> {
  const read = await readSettled(scope, no)
  if (!read) return null
  const { state, laterCaseNo } = read
  const attached = readAttachments(state)
  const [now, rest, nextNo, timeline, talk, attachments, buyerHistory, dispute] = await Promise.all([
    readNow(database),
    readRest(state),
    findNextAttempt(state),
    readTimeline(state),
    readTalk(state, attached),
    attached,
    readBuyerHistory(state),
    readDispute(state, role, attached),
  ])
  const { available, blocked } = actionsOf(state, role, { now, laterCaseNo, returnAddresses: rest.returnAddresses })
  const policy = policyOf(state.policyVersion)
  const limitMs = state.deadline ? limitOf(state.deadline.kind, policy) : null
  return {
    no,
    version: state.version,
    shop: rest.shop,
    type: state.type,
    status: state.status,
    waitingOn: waitingOn(state),
    attempt: state.attempt,
    previousNo: state.previousNo,
    nextNo,
    amountFen: state.amountFen,
    currency: state.currency,
    policyVersion: state.policyVersion,
    reason: state.reason,
    description: state.description,
    // the application is a case's first event
    attachments: attachments.get(1) ?? [],
    openedAt: state.openedAt,
    updatedAt: state.updatedAt,
    closedAt: state.closedAt,
    closeReason: state.closeReason,
    clock:
      state.deadline && limitMs !== null ? { kind: state.deadline.kind, dueAt: state.deadline.dueAt, limitMs } : null,
    clockStartedAt: state.deadline && limitMs !== null ? state.deadline.dueAt - limitMs : null,
    consequence: consequenceOf(state),
    buyer: rest.buyer,
    order: rest.order,
    lines: rest.lines,
    aware: state.awareAt !== null,
    rejection: state.rejection,
    returnAddress: state.returnAddress,
    returnShipment: state.returnShipment,
    inspection: inspectionOf(no, timeline, attachments),
    dispute,
    refundableFen: refundableLines(state, { leftOfLines: read.leftOfLines ?? [] }).reduce(
      (sum, { amountFen }) => sum + amountFen,
      0,
    ),
    service: serviceOf(state, role, talk),
    refund: rest.refund,
    talk,
    timeline,
    buyerHistory,
    returnAddresses: rest.returnAddresses,
    available,
    blocked,
    rejectionText: policy.rejectionText,
    proposalNote: policy.proposalNote,
    serviceNote: policy.serviceNote,
    now,
  }
}

function serviceOf(state: AfterSale, role: ActorRole, talk: readonly TalkEntry[]): ServiceView | null {
  if (!state.service) return null
  const { proposal, ...service } = state.service
  const reached = talk.filter((entry) => entry.kind === 'contact').filter(({ id }) => proposal?.contactIds.includes(id))
  return {
    ...service,
    proposal: proposal && { kind: proposal.kind, note: proposal.note, at: proposal.at },
    contacts: reached.map(({ id, at, channel, note }) => ({ id, at, channel, note })).reverse(),
    nextSteps: stepsFor(state, role),
  }
}

/** R0.3 The case at a moment when it was not overdue; null when there is none in the scope. */
async function readSettled(scope: Scope, no: string): Promise<LockedCase | null> {
  for (;;) {
    await settleOverdue(scope, { no })
    const read = await readState(database, scope, no)
    if (!read || !isOverdue(read.state, await readNow(database))) return read
  }
}

/** What the case is about: its order and lines, its shop's addresses, its refund. */
async function readRest({ shopId, no, type }: AfterSale) {
  const found = await prisma().afterSale.findUniqueOrThrow({
    where: { shopId_no: { shopId, no } },
    select: {
      buyerId: true,
      lines: {
        orderBy: { lineNo: 'asc' },
        include: {
          orderLine: {
            include: {
              afterSaleLines: {
                where: { afterSale: { status: 'REFUNDED' } },
                select: { amountFen: true },
              },
            },
          },
        },
      },
      refund: { select: { no: true, origin: true, amountFen: true, status: true, attempts: true, lastError: true } },
      order: {
        include: {
          shop: {
            select: {
              id: true,
              name: true,
              returnAddresses: {
                where: type === 'RETURN_REFUND' ? {} : { id: '' },
                orderBy: [{ isDefault: 'desc' }, { createdAt: 'asc' }],
                omit: { shopId: true, createdAt: true },
              },
            },
          },
        },
      },
    },
  })
  const { order, refund } = found
  const { returnAddresses, ...shop } = order.shop
  return {
    shop,
    returnAddresses,
    buyer: {
      id: found.buyerId,
      name: maskName(order.buyerName),
      phone: order.buyerPhone && maskPhone(order.buyerPhone),
    },
    order: {
      no: order.no,
      totalFen: order.totalFen,
      paidAt: order.paidAt.getTime(),
      shippedAt: order.shippedAt?.getTime() ?? null,
      carrier: order.carrier,
      trackingNo: order.trackingNo,
      deliveredAt: order.deliveredAt?.getTime() ?? null,
    },
    lines: found.lines.map(({ lineNo, quantity, amountFen, orderLine }) => ({
      lineNo,
      quantity,
      amountFen,
      title: orderLine.title,
      sku: orderLine.sku,
      imageUrl: orderLine.imageUrl,
      paidFen: orderLine.paidFen,
      // the column counts what was ordered back; a person wants to know what has arrived
      refundedFen: orderLine.afterSaleLines.reduce((sum, line) => sum + line.amountFen, 0),
    })),
    // the CHECKs of the table hold these two to their lists
    refund: refund && { ...refund, origin: refund.origin as RefundOrigin, status: refund.status as RefundStatus },
  }
}

/** R1.4 The application that followed this one's rejection. */
async function findNextAttempt({ shopId, no }: AfterSale): Promise<string | null> {
  const next = await prisma().afterSale.findFirst({
    where: { shopId, previousNo: no },
    orderBy: { openedAt: 'asc' },
    select: { no: true },
  })
  return next?.no ?? null
}

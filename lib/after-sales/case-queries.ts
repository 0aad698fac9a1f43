import type { Scope } from '@/lib/auth/scope'
import { within } from '@/lib/db/within'
import { readDispute } from '@/lib/disputes/dispute-queries'
import { inspectionOf, readAttachments } from './attachment-queries'
import { readBuyerHistory } from './buyer-history-queries'
import { findNextAttempt, readParts } from './case-parts-queries'
import type { ActorRole, AfterSale } from './domain/after-sale'
import { waitingOn } from './domain/after-sale'
import { consequenceOf, limitOf } from './domain/deadline'
import { isOverdue } from './domain/decide'
import { refundableLines } from './domain/decide/refund'
import { stepsFor } from './domain/decide/service'
import { actionsOf } from './domain/permissions'
import { type Instant, policyOf } from './domain/policy'
import { type LockedCase, readState } from './store'
import { settleOverdue } from './sweep'
import { readTalk, readTimeline } from './talk-queries'
import type { CaseView, ServiceView, TalkEntry } from './views'

/**
 * One case as `role` may see it, its overdue clock settled first (R0.3); null when there is none in the scope. The
 * buyer's name and phone are masked.
 */
export async function loadCase(scope: Scope, role: ActorRole, no: string): Promise<CaseView | null> {
  const read = await readSettled(scope, no)
  if (!read) return null
  const { state, laterCaseNo, now } = read
  const attached = readAttachments(state)
  const [rest, nextNo, timeline, talk, attachments, buyerHistory, dispute] = await Promise.all([
    readParts(state),
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
async function readSettled(scope: Scope, no: string): Promise<(LockedCase & { now: Instant }) | null> {
  for (;;) {
    const read = await readState(within(scope), scope, no)
    if (!read || !isOverdue(read.state, read.now)) return read
    await settleOverdue(scope, { no })
  }
}

import type { Side } from '@/lib/after-sales/domain/after-sale'
import type { AfterSaleEvent } from '@/lib/after-sales/domain/events'

/**
 * The clocks of a case as the rules give them, from its events alone and with the limits written down a second time: no
 * policy and no `evolve` of the product has a say in it.
 */
export type Clocks = {
  /** R0.3 What runs; null when nothing does. Instants in epoch ms. */
  running: Clock | null
  /** R4.2 What stood still when the platform was asked to step in, with what was left. */
  frozen: { kind: ClockKind; leftMs: number } | null
  /** R4.3 Until when each side may still give evidence. */
  evidence: ReadonlyMap<Side, number>
  type: string
  sentBack: boolean
}
export type ClockKind = 'REVIEW' | 'RETURN' | 'RECEIPT' | 'SERVICE_CONFIRM' | 'SERVICE_ANSWER'
export type Clock = { kind: ClockKind; dueAt: number }

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** R1.1, R2.1; R2.2; R2.3; R3.3; R3.4 */
const LIMIT: Readonly<Record<ClockKind, number>> = {
  REVIEW: 48 * HOUR,
  RETURN: 10 * DAY,
  RECEIPT: 10 * DAY,
  SERVICE_CONFIRM: 10 * DAY,
  SERVICE_ANSWER: 48 * HOUR,
}
/** R4.3 */
const EVIDENCE = 48 * HOUR

export const NO_CLOCKS: Clocks = { running: null, frozen: null, evidence: new Map(), type: '', sentBack: false }

/** The clocks after an event. */
export function advance(clocks: Clocks, event: AfterSaleEvent): Clocks {
  const at = event.recordedAt
  const start = (kind: ClockKind): Clocks => ({ ...clocks, running: { kind, dueAt: at + LIMIT[kind] } })
  switch (event.type) {
    case 'Applied':
      return open(event.data.type, at)
    case 'Approved':
    case 'ReviewExpired':
      return clocks.type === 'RETURN_REFUND' ? start('RETURN') : stop(clocks)
    case 'ReturnShipmentSubmitted':
      return { ...start('RECEIPT'), sentBack: true }
    case 'ServiceStepRecorded':
      return event.data.step === 'SENT_BACK' || event.data.step === 'PERFORMED'
        ? start('SERVICE_CONFIRM')
        : stop(clocks)
    case 'DisputeOpened':
      return freeze(clocks, at)
    case 'EvidenceRequested':
      return withEvidence(clocks, new Map(event.data.sides.map((side) => [side, event.data.dueAt])))
    case 'EvidenceDone':
      return withEvidence(clocks, new Map([[event.data.side, null]]))
    case 'EvidenceExpired':
      return withEvidence(clocks, new Map(event.data.sides.map((side) => [side, null])))
    case 'DisputeWithdrawn':
      return resume(clocks, at)
    case 'DisputeConceded':
      return event.data.leadsTo === 'RETURN' ? { ...start('RETURN'), ...SETTLED } : stop(clocks)
    case 'DisputeRuled':
      if (event.data.outcome !== 'RETURN_THEN_REFUND') return stop(clocks)
      // R4.5 goods on their way go on with what was left
      return clocks.sentBack && clocks.frozen ? resume(clocks, at) : { ...start('RETURN'), ...SETTLED }
    case 'Rejected':
    case 'ReturnExpired':
    case 'ReceiptExpired':
    case 'Withdrawn':
    case 'ServiceAgreed':
    case 'ServiceConfirmed':
    case 'ServiceExpired':
    case 'RefundOrdered':
      return stop(clocks)
    default:
      return clocks
  }
}

const SETTLED = { frozen: null, evidence: new Map<Side, number>() }

function open(type: string, at: number): Clocks {
  const running = (kind: ClockKind) => ({ kind, dueAt: at + LIMIT[kind] })
  if (type === 'REFUND_ONLY' || type === 'RETURN_REFUND') return { ...NO_CLOCKS, type, running: running('REVIEW') }
  // R3.2 of an exchange or a repair no clock runs until it is performed
  return { ...NO_CLOCKS, type, running: type === 'EXCHANGE' || type === 'REPAIR' ? null : running('SERVICE_ANSWER') }
}

function stop(clocks: Clocks): Clocks {
  return { ...clocks, ...SETTLED, running: null }
}

function freeze(clocks: Clocks, at: number): Clocks {
  const { running } = clocks
  const frozen = running && { kind: running.kind, leftMs: running.dueAt - at }
  const evidence = new Map<Side, number>([
    ['MERCHANT', at + EVIDENCE],
    ['BUYER', at + EVIDENCE],
  ])
  return { ...clocks, running: null, frozen, evidence }
}

function resume(clocks: Clocks, at: number): Clocks {
  const { frozen } = clocks
  return { ...clocks, ...SETTLED, running: frozen && { kind: frozen.kind, dueAt: at + frozen.leftMs } }
}

/** `null`: that side's time is over. */
function withEvidence(clocks: Clocks, changed: ReadonlyMap<Side, number | null>): Clocks {
  const evidence = new Map(clocks.evidence)
  for (const [side, dueAt] of changed) {
    if (dueAt === null) evidence.delete(side)
    else evidence.set(side, dueAt)
  }
  return { ...clocks, evidence }
}

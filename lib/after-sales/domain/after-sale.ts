import type { Dispute } from './dispute'
import type { Instant } from './policy'
import { isPerformed, SERVICE_TYPES, type Service } from './service'

/** 售后类型: what refunds, and what is served offline (R3) */
export const REFUND_TYPES = ['REFUND_ONLY', 'RETURN_REFUND'] as const
export type RefundType = (typeof REFUND_TYPES)[number]
export const AFTER_SALE_TYPES = [...REFUND_TYPES, ...SERVICE_TYPES] as const
export type AfterSaleType = (typeof AFTER_SALE_TYPES)[number]

export const STATUSES = [
  'PENDING_REVIEW',
  'AWAITING_RETURN',
  'AWAITING_RECEIPT',
  'IN_SERVICE',
  'IN_DISPUTE',
  'REFUNDING',
  'REFUNDED',
  'REJECTED',
  'CLOSED',
] as const
export type Status = (typeof STATUSES)[number]

export const APPLICATION_REASONS = [
  'NOT_AS_DESCRIBED',
  'QUALITY_DEFECT',
  'DAMAGED_IN_TRANSIT',
  'WRONG_ITEM',
  'MISSING_ITEM',
  'NOT_RECEIVED',
  'SIZE_MISMATCH',
  'NO_LONGER_WANTED',
  'LATE_SHIPMENT',
  'MALFUNCTION',
  'SERVICE_NOT_PROVIDED',
  'POOR_SERVICE',
  'OTHER',
] as const
export type ApplicationReason = (typeof APPLICATION_REASONS)[number]

export const REJECTION_REASONS = [
  'AS_DESCRIBED',
  'NO_DEFECT_FOUND',
  'USED_OR_DAMAGED_BY_BUYER',
  'ALREADY_SHIPPED',
  'EVIDENCE_INSUFFICIENT',
  'SETTLED_WITH_BUYER',
  'NOT_RETURNABLE',
  'OTHER',
] as const
export type RejectionReason = (typeof REJECTION_REASONS)[number]

export const CONTACT_CHANNELS = ['PHONE', 'CHAT', 'OTHER'] as const
export type ContactChannel = (typeof CONTACT_CHANNELS)[number]
export const CONTACT_OUTCOMES = ['REACHED', 'NO_ANSWER'] as const
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number]

export const CLOSE_REASONS = [
  'BUYER_WITHDRAWN',
  'RETURN_TIMEOUT',
  'OFFLINE_EXCHANGE',
  'OFFLINE_REPAIR',
  'SERVICE_DONE',
  'DISPUTE_DISMISSED',
] as const
export type CloseReason = (typeof CLOSE_REASONS)[number]
export const REFUND_ORIGINS = [
  'MERCHANT',
  'INSTANT_REFUND',
  'REVIEW_TIMEOUT',
  'RECEIPT_TIMEOUT',
  'DISPUTE_RULING',
] as const
export type RefundOrigin = (typeof REFUND_ORIGINS)[number]
export const WAITING_PARTIES = ['MERCHANT', 'BUYER', 'PLATFORM', 'GATEWAY'] as const
export type WaitingOn = (typeof WAITING_PARTIES)[number]
export const DEADLINE_KINDS = ['REVIEW', 'RETURN', 'RECEIPT', 'SERVICE_CONFIRM', 'SERVICE_ANSWER'] as const
export type DeadlineKind = (typeof DEADLINE_KINDS)[number]

/** 操作人. `id`: the member's, the buyer's or the API key's; null where a role acts as a whole. */
export const ACTOR_ROLES = ['BUYER', 'AGENT', 'MANAGER', 'SUPPORT', 'SYSTEM'] as const
export type ActorRole = (typeof ACTOR_ROLES)[number]
export type Actor = { role: ActorRole; id: string | null }
export type Side = 'BUYER' | 'MERCHANT'

/** `soonMs`: how long before `dueAt` it is next told to come soon; null once nothing is left to tell. */
export type Deadline = { kind: DeadlineKind; dueAt: Instant; soonMs: number | null }
/** `amountFen`: 0 of what is served (R3.2). */
export type ClaimedLine = { lineNo: number; quantity: number; amountFen: number }
export type ReturnAddress = {
  id: string
  name: string
  phone: string
  region: string
  detail: string
  isDefault: boolean
}
/** What a case keeps of an address: later changes in the settings do not reach it. */
export type ReturnAddressCopy = Omit<ReturnAddress, 'isDefault'>
export type ReturnShipment = { carrier: string; trackingNo: string; submittedAt: Instant }
export type Rejection = { reasonCode: RejectionReason; text: string; at: Instant }
/** `amountFen`: what was ordered back; a ruling may give part of what was applied for (R4.5). */
export type OrderedRefund = { origin: RefundOrigin; amountFen: number; stuck: boolean }

/** What a buyer applied for; a case keeps it as it was. */
export type AppliedFor = {
  no: string
  shopId: string
  orderNo: string
  buyerId: string
  type: AfterSaleType
  lines: ClaimedLine[]
  amountFen: number
  currency: string
  reason: ApplicationReason
  description: string | null
  attempt: number
  previousNo: string | null
  policyVersion: string
}

/** 售后单: the state that `evolve` folds from the events and that a row of the database holds. */
export type AfterSale = AppliedFor & {
  status: Status
  /** Counts what changed the case; talk does not (a stale `version` means somebody decided meanwhile). */
  version: number
  /** The number of the last event. */
  seq: number
  deadline: Deadline | null
  /** R0.7 The deadline whose expiry led to the present status, until the case moves on again. */
  expired: DeadlineKind | null
  /** R1.3 Since when the buyer is known to have been talked to in this application. */
  awareAt: Instant | null
  lastContact: { id: string; at: Instant } | null
  /** The last logged attempt that did not reach the buyer. */
  unreachedAt: Instant | null
  /** The oldest message that this side has not read. */
  unreadByBuyerSince: Instant | null
  unreadByMerchantSince: Instant | null
  rejection: Rejection | null
  returnAddress: ReturnAddressCopy | null
  returnShipment: ReturnShipment | null
  refund: OrderedRefund | null
  /** R3 Of a service case, and of a return with a proposal. */
  service: Service | null
  /** R4.1 the one dispute of a case; a withdrawn one uses it up */
  dispute: Dispute | null
  closeReason: CloseReason | null
  openedAt: Instant
  updatedAt: Instant
  closedAt: Instant | null
}

/** R0.8 Does a case in this status occupy its order lines? */
export function occupiesLines(status: Status): boolean {
  return status !== 'REFUNDED' && status !== 'REJECTED' && status !== 'CLOSED'
}

export function isFinal(status: Status): boolean {
  return !occupiesLines(status)
}

/** Who the case waits for; null when it is over. */
export function waitingOn(state: Pick<AfterSale, 'status' | 'refund' | 'service'>): WaitingOn | null {
  switch (state.status) {
    case 'PENDING_REVIEW':
    case 'AWAITING_RECEIPT':
      return 'MERCHANT'
    case 'AWAITING_RETURN':
      return 'BUYER'
    case 'IN_SERVICE':
      return isPerformed(state.service) ? 'BUYER' : 'MERCHANT'
    case 'IN_DISPUTE':
      return 'PLATFORM'
    case 'REFUNDING':
      return state.refund?.stuck ? 'PLATFORM' : 'GATEWAY'
    case 'REFUNDED':
    case 'REJECTED':
    case 'CLOSED':
      return null
  }
}

/** The merchant's or the buyer's side of a conversation; null for who takes no part in it. */
export function sideOf(role: ActorRole): Side | null {
  if (role === 'BUYER') return 'BUYER'
  return role === 'AGENT' || role === 'MANAGER' ? 'MERCHANT' : null
}

/** R7.1 The refund number of a case: one for ever, reused on every retry. */
export function refundNoOf(afterSaleNo: string): string {
  return `RF${afterSaleNo.replace(/^AS/, '')}`
}

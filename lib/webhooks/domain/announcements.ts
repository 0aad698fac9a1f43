import type { WebhookType } from './types'

/**
 * What each thing that happens to a case announces besides `after_sale.updated`. Where an event says too little by its
 * name, the caller gives it a finer one (`EvidenceSoon`); it holds the table against the events that there are, so that a
 * new one does not compile before it has a line here.
 */
export const ANNOUNCED = {
  Applied: ['after_sale.created'],
  InstantRefundJudged: [],
  Approved: [],
  ReviewExpired: ['after_sale.deadline_expired'],
  Rejected: [],
  ReturnShipmentSubmitted: [],
  ReturnShipmentCorrected: [],
  ReturnExpired: ['after_sale.deadline_expired', 'after_sale.closed'],
  ReceiptConfirmed: [],
  ReceiptExpired: ['after_sale.deadline_expired'],
  Withdrawn: ['after_sale.closed'],
  ServiceProposed: [],
  // the case that takes its place is created by its own Applied
  ServiceAgreed: ['after_sale.closed'],
  ServiceRefused: [],
  ServiceStepRecorded: [],
  ServiceConfirmed: ['after_sale.closed'],
  ServiceExpired: ['after_sale.deadline_expired', 'after_sale.closed'],
  DisputeOpened: ['dispute.opened'],
  EvidenceSubmitted: [],
  EvidenceDone: [],
  EvidenceExpired: [],
  EvidenceRequested: ['dispute.evidence_requested'],
  DisputeWithdrawn: ['dispute.resolved'],
  DisputeConceded: ['dispute.resolved'],
  DisputeRuled: ['dispute.resolved'],
  DeadlineSoon: ['after_sale.deadline_soon'],
  MessageSent: [],
  MessagesRead: [],
  ContactLogged: [],
  RefundOrdered: [],
  RefundSucceeded: ['refund.succeeded', 'after_sale.refunded'],
  RefundStuck: ['refund.stuck'],
  RefundRetried: [],
  // a deadline that is a side's for evidence
  EvidenceSoon: ['dispute.evidence_due'],
  // a ruling that closes the case
  Dismissed: ['dispute.resolved', 'after_sale.closed'],
  // a case that its buyer took out of the dispute
  WithdrawnInDispute: ['dispute.resolved', 'after_sale.closed'],
} as const satisfies Record<string, readonly WebhookType[]>

export type Happening = keyof typeof ANNOUNCED

/** What nothing is changed by. */
const MERE_NEWS: readonly Happening[] = ['DeadlineSoon', 'EvidenceSoon']

/**
 * The webhooks of one change of a case, in the order in which they are sent: what happened announces, in its order, and
 * last one `after_sale.updated`, unless the case was only opened or only a deadline drew near.
 */
export function announce<E extends { type: Happening }>(events: readonly E[]): { type: WebhookType; event: E }[] {
  const special = events.flatMap((event) => ANNOUNCED[event.type].map((type) => ({ type, event })))
  const last = events.at(-1)
  const opened = events.some(({ type }) => type === 'Applied')
  const updated = !opened && events.some(({ type }) => !MERE_NEWS.includes(type))
  return last && updated ? [...special, { type: 'after_sale.updated', event: last }] : special
}

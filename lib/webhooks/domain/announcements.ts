import type { WebhookType } from './types'

/**
 * What each event of a case announces besides `after_sale.updated`. The caller holds the table against the events that
 * there are: a new one does not compile before it has a line here.
 */
export const ANNOUNCED = {
  Applied: ['after_sale.created'],
  Approved: [],
  ReviewExpired: ['after_sale.deadline_expired'],
  Rejected: [],
  ReturnShipmentSubmitted: [],
  ReturnShipmentCorrected: [],
  ReturnExpired: ['after_sale.deadline_expired', 'after_sale.closed'],
  ReceiptConfirmed: [],
  ReceiptExpired: ['after_sale.deadline_expired'],
  Withdrawn: ['after_sale.closed'],
  DeadlineSoon: ['after_sale.deadline_soon'],
  MessageSent: [],
  MessagesRead: [],
  ContactLogged: [],
  RefundOrdered: [],
  RefundSucceeded: ['refund.succeeded', 'after_sale.refunded'],
  RefundStuck: ['refund.stuck'],
  RefundRetried: [],
} as const satisfies Record<string, readonly WebhookType[]>

type Announced = keyof typeof ANNOUNCED

/**
 * The webhooks of one change of a case, in the order in which they are sent: what its events announce, in their order,
 * and last one `after_sale.updated`, unless the case was only opened or only a deadline drew near.
 */
export function announce<E extends { type: Announced }>(events: readonly E[]): { type: WebhookType; event: E }[] {
  const special = events.flatMap((event) => ANNOUNCED[event.type].map((type) => ({ type, event })))
  const last = events.at(-1)
  const opened = events.some(({ type }) => type === 'Applied')
  const updated = !opened && events.some(({ type }) => type !== 'DeadlineSoon')
  return last && updated ? [...special, { type: 'after_sale.updated', event: last }] : special
}

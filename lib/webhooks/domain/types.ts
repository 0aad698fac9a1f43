/** What a webhook can be about: the closed list of the API. */
export const WEBHOOK_TYPES = [
  'after_sale.created',
  'after_sale.updated',
  'after_sale.deadline_soon',
  'after_sale.deadline_expired',
  'after_sale.refunded',
  'after_sale.closed',
  'dispute.opened',
  'dispute.evidence_requested',
  'dispute.evidence_due',
  'dispute.resolved',
  'refund.succeeded',
  'refund.stuck',
  'shop.instant_refund_changed',
] as const
export type WebhookType = (typeof WEBHOOK_TYPES)[number]

/** What is about a shop, and no case: its subject is the shop's id. */
export function isAboutShop(type: WebhookType): boolean {
  return type.startsWith('shop.')
}

export const DELIVERY_STATUSES = ['PENDING', 'DELIVERED', 'FAILED'] as const
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number]

/** Why an attempt came to nothing. `badStatus` and `redirected` stand beside the status that was answered. */
export const DELIVERY_ERRORS = [
  'timeout',
  'nameNotFound',
  'connectionRefused',
  'connectionFailed',
  'tlsFailed',
  'targetPrivate',
  'redirected',
  'badStatus',
  'badAnswer',
  'secretUnreadable',
  'circuitOpen',
] as const
export type DeliveryError = (typeof DELIVERY_ERRORS)[number]

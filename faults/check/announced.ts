import type { AfterSaleEvent } from '@/lib/after-sales/domain/events'

/**
 * How often each type of webhook has to have been announced by such a log, as docs/webhooks.md tells it to receivers.
 * `after_sale.updated` comes once for each decision, which a log does not show: it is left to the last word of a case.
 */
export function expectAnnouncements(events: readonly AfterSaleEvent[]): Map<string, number> {
  const counts = new Map(COUNTED.map((type) => [type, 0]))
  let disputed = false
  for (const event of events) {
    for (const type of typesOf(event, disputed)) counts.set(type, (counts.get(type) ?? 0) + 1)
    if (event.type === 'DisputeOpened') disputed = true
    if (ENDS_DISPUTE.includes(event.type)) disputed = false
  }
  return counts
}

const COUNTED = [
  'after_sale.created',
  'after_sale.deadline_soon',
  'after_sale.deadline_expired',
  'refund.succeeded',
  'after_sale.refunded',
  'refund.stuck',
  'dispute.opened',
  'dispute.evidence_requested',
  'dispute.evidence_due',
  'dispute.resolved',
  'after_sale.closed',
] as const
type Counted = (typeof COUNTED)[number]

const ENDS_DISPUTE: readonly string[] = ['DisputeWithdrawn', 'DisputeConceded', 'DisputeRuled', 'Withdrawn']

function typesOf(event: AfterSaleEvent, disputed: boolean): Counted[] {
  switch (event.type) {
    case 'Applied':
      return ['after_sale.created']
    case 'DeadlineSoon':
      return [event.data.kind === 'EVIDENCE' ? 'dispute.evidence_due' : 'after_sale.deadline_soon']
    case 'ReviewExpired':
    case 'ReceiptExpired':
      return ['after_sale.deadline_expired']
    case 'ReturnExpired':
    case 'ServiceExpired':
      return ['after_sale.deadline_expired', 'after_sale.closed']
    case 'RefundSucceeded':
      return ['refund.succeeded', 'after_sale.refunded']
    case 'RefundStuck':
      return ['refund.stuck']
    case 'DisputeOpened':
      return ['dispute.opened']
    case 'EvidenceRequested':
      return ['dispute.evidence_requested']
    case 'DisputeWithdrawn':
    case 'DisputeConceded':
      return ['dispute.resolved']
    case 'DisputeRuled':
      return event.data.outcome === 'DISMISS' ? ['dispute.resolved', 'after_sale.closed'] : ['dispute.resolved']
    case 'Withdrawn':
      return disputed ? ['dispute.resolved', 'after_sale.closed'] : ['after_sale.closed']
    case 'ServiceAgreed':
    case 'ServiceConfirmed':
      return ['after_sale.closed']
    default:
      return []
  }
}

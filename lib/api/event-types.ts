import type { EventType } from '@/lib/after-sales/domain/events'

/** What each event says happened. */
const MEANINGS: { readonly [T in EventType]: string } = {
  Applied: 'the buyer applied',
  InstantRefundJudged:
    'judged for instant refund: the measured values, and in `failed` the conditions that did not hold; none: it is refunded at once',
  Approved: 'the merchant approved',
  ReviewExpired: 'the merchant did not decide in time and is taken to agree',
  Rejected: 'the merchant rejected',
  ReturnShipmentSubmitted: 'the buyer handed in the waybill',
  ReturnShipmentCorrected: 'the buyer corrected the waybill',
  ReturnExpired: 'no waybill came in time',
  ReceiptConfirmed: 'the merchant confirmed that the goods came back',
  ReceiptExpired: 'the merchant did not confirm in time',
  Withdrawn: 'the buyer withdrew',
  ServiceProposed: 'the merchant proposed an exchange or a repair',
  ServiceAgreed: 'the buyer agreed to it, and a service case took the place of the return',
  ServiceRefused: 'the buyer did not agree to it',
  ServiceStepRecorded: 'the merchant recorded a step of the service',
  ServiceConfirmed: 'the buyer confirmed that it is done',
  ServiceExpired: 'the buyer did not confirm in time, and it counts as done',
  DisputeOpened: 'a side asked the platform to step in',
  EvidenceSubmitted: 'a side gave evidence',
  EvidenceDone: 'a side said that this was all',
  EvidenceExpired: 'the time for evidence of one side or both is over',
  EvidenceRequested: 'support asked for more evidence',
  DisputeWithdrawn: 'its opener took the dispute back',
  DisputeConceded: 'the merchant gave in',
  DisputeRuled: 'support ruled',
  DeadlineSoon: 'a deadline is near; of kind EVIDENCE, that of a side’s evidence; with `beforeMs` 0 a target is missed',
  MessageSent: 'somebody wrote',
  MessagesRead: 'a side read what the other wrote',
  ContactLogged: 'the merchant logged a contact elsewhere',
  RefundOrdered: 'the money was ordered back',
  RefundSucceeded: 'the money is back',
  RefundStuck: 'the refund needs a person',
  RefundRetried: 'the stuck refund was sent on its way again',
}

export const EVENT_TYPES = Object.keys(MEANINGS) as EventType[]
export const EVENTS_IN_WORDS = EVENT_TYPES.map((type) => `- \`${type}\`: ${MEANINGS[type]}`).join('\n')

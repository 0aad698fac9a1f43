import { toEventJson, toMessageJson } from '@/lib/api/events-json'
import { showCase } from './act-note'
import { EVERY_KEY, type OperationName, type OperationNote } from './note'
import { APPROVED, MESSAGE, REFUNDED } from './plot'
import { COMPLAINT, EXCHANGE } from './service-plot'
import { APPLICATION, APPLIED } from './story'

type CaseName = Extract<OperationName, 'POST /after-sales' | `GET /after-sales${string}`>

const { attachmentIds: _, ...PLAIN } = APPLICATION
const waiting = showCase(APPLIED, 'MANAGER', '')

const events = REFUNDED.events
  .map((event, index) => ({
    ...event,
    seq: index + 1,
    actorRole: event.actor.role,
    actorId: event.actor.id,
    effectiveAt: new Date(event.effectiveAt),
    recordedAt: new Date(event.recordedAt),
  }))
  .map(toEventJson)
  .reverse()

const message = toMessageJson({
  seq: 2,
  id: '5a4be3c8-7a06-4a53-a1f1-cf0f1c6e3b52',
  side: 'MERCHANT',
  ...MESSAGE,
  attachments: [],
  sentAt: new Date('2026-03-28T02:40:00.000Z'),
  readAt: new Date('2026-03-28T03:05:00.000Z'),
})

/** Opening cases and reading them. */
export const CASE_NOTES = {
  'POST /after-sales': {
    id: 'openAfterSale',
    tag: 'Cases',
    keys: ['PLATFORM'],
    problems: [
      'notFound',
      'openCaseExists',
      'disputeFinal',
      'refundExceedsPaid',
      'afterSalesPeriodOver',
      'orderLineUnknown',
      'orderLineRepeated',
      'quantityExceedsBought',
      'attachmentUnknown',
      'attachmentsTooMany',
    ],
    localized: true,
    bodies: {
      returnRefund: { summary: 'Send it back for a refund, with a photo', value: APPLICATION },
      refundOnly: { summary: 'A refund only', value: { ...PLAIN, type: 'REFUND_ONLY', reason: 'NOT_RECEIVED' } },
      exchange: { summary: 'A new one instead', value: EXCHANGE },
      complaint: { summary: 'A complaint', value: COMPLAINT },
    },
    answer: showCase(APPLIED, 'PLATFORM', 'Waits for the merchant'),
  },
  'GET /after-sales': {
    id: 'listAfterSales',
    tag: 'Cases',
    keys: EVERY_KEY,
    localized: true,
    answer: { summary: 'The last page', value: { data: [waiting.value], nextCursor: null } },
  },
  'GET /after-sales/{no}': {
    id: 'getAfterSale',
    tag: 'Cases',
    keys: EVERY_KEY,
    localized: true,
    answer: showCase(APPROVED, 'PLATFORM', 'Approved; the buyer has to send it back'),
  },
  'GET /after-sales/{no}/events': {
    id: 'listAfterSaleEvents',
    tag: 'Cases',
    keys: EVERY_KEY,
    answer: { summary: 'From application to refund', value: { data: events, nextCursor: null } },
  },
  'GET /after-sales/{no}/messages': {
    id: 'listAfterSaleMessages',
    tag: 'Cases',
    keys: EVERY_KEY,
    answer: { summary: 'One message, read', value: { data: [message], nextCursor: null } },
  },
} satisfies Record<CaseName, OperationNote>

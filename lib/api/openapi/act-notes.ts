import { actNote } from './act-note'
import { DISPUTE_NOTES } from './dispute-notes'
import type { OperationName, OperationNote } from './note'
import {
  APPROVED,
  CONTACT,
  CONTACTED,
  MESSAGE,
  READ,
  RECEIPT,
  RECEIVED,
  REJECTED,
  REJECTION,
  SENT_BACK,
  TALKED,
  WAYBILL,
  WITHDRAWN,
} from './plot'
import { SERVICE_NOTES } from './service-notes'
import { FILE } from './story'

type ActName = Extract<OperationName, `POST /after-sales/{no}/${string}`>

const EMPTY = { any: { summary: 'Whatever anybody decided meanwhile', value: {} } }

/** The acts, in the order in which a case meets them. */
export const ACT_NOTES = {
  'POST /after-sales/{no}/messages': actNote('messages', {
    id: 'sendAfterSaleMessage',
    problems: ['attachmentUnknown', 'attachmentsTooMany'],
    bodies: {
      text: { summary: 'Words', value: MESSAGE },
      photo: { summary: 'With a photo', value: { text: '这是吊牌。', attachmentIds: [FILE.id] } },
    },
    shown: { by: 'AGENT', step: TALKED, summary: 'The merchant has written, the buyer has not read it yet' },
  }),
  'POST /after-sales/{no}/messages/read': actNote('messages/read', {
    id: 'readAfterSaleMessages',
    bodies: EMPTY,
    shown: { by: 'PLATFORM', step: READ, summary: 'The buyer is aware: the merchant may reject now' },
  }),
  'POST /after-sales/{no}/contacts': actNote('contacts', {
    id: 'logAfterSaleContact',
    bodies: {
      reached: { summary: 'The buyer was reached', value: CONTACT },
      noAnswer: { summary: 'Nobody answered', value: { channel: 'PHONE', outcome: 'NO_ANSWER', note: '' } },
    },
    shown: { by: 'AGENT', step: CONTACTED, summary: 'The buyer is aware: a rejection is possible' },
  }),
  'POST /after-sales/{no}/approve': actNote('approve', {
    id: 'approveAfterSale',
    problems: ['returnAddressRequired', 'returnAddressUnknown', 'returnAddressNotNeeded'],
    bodies: {
      seen: { summary: 'As it was seen', value: { version: 1 } },
      address: { summary: 'To another address than the default', value: { returnAddressId: 'main', version: 1 } },
    },
    shown: { by: 'AGENT', step: APPROVED, summary: 'Waits for the buyer’s waybill' },
  }),
  'POST /after-sales/{no}/reject': actNote('reject', {
    id: 'rejectAfterSale',
    problems: ['contactRequired', 'rejectionTextLength'],
    bodies: { rejection: { summary: 'With its reason', value: { ...REJECTION, version: 1 } } },
    shown: { by: 'AGENT', step: REJECTED, summary: 'Rejected; the buyer may apply again' },
  }),
  'POST /after-sales/{no}/return-shipment': actNote('return-shipment', {
    id: 'submitReturnShipment',
    bodies: { waybill: { summary: 'A waybill', value: WAYBILL } },
    shown: { by: 'PLATFORM', step: SENT_BACK, summary: 'On its way to the merchant' },
  }),
  'POST /after-sales/{no}/confirm-receipt': actNote('confirm-receipt', {
    id: 'confirmReceipt',
    problems: ['attachmentUnknown', 'attachmentsTooMany'],
    bodies: { checked: { summary: 'Unpacked and checked', value: { ...RECEIPT, version: 3 } } },
    shown: { by: 'AGENT', step: RECEIVED, summary: 'The refund is ordered' },
  }),
  'POST /after-sales/{no}/withdraw': actNote('withdraw', {
    id: 'withdrawAfterSale',
    bodies: EMPTY,
    shown: { by: 'PLATFORM', step: WITHDRAWN, summary: 'Closed by the buyer' },
  }),
  ...SERVICE_NOTES,
  ...DISPUTE_NOTES,
} satisfies Record<ActName, OperationNote>

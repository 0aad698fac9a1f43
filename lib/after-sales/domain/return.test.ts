import { expect, test } from 'vitest'
import { agent, buyer, command, DAY, HOUR, manager, OPENED_AT, REFUND_NO } from './testing/builders'
import { awaitingReturn, refundOnly, returning } from './testing/cases'

const sentAt = OPENED_AT + 3 * DAY
const sent = awaitingReturn.did(buyer, command('submitReturnShipment'), sentAt)

test('R2.3 the waybill starts the merchant’s 10 days, from its submission', () => {
  awaitingReturn
    .at(sentAt)
    .when(buyer, command('submitReturnShipment', { carrier: '中通快递', trackingNo: 'ZT88' }))
    .thenEvents({
      type: 'ReturnShipmentSubmitted',
      clause: 'R2.3',
      actor: buyer,
      data: { carrier: '中通快递', trackingNo: 'ZT88' },
    })
    .thenState({
      status: 'AWAITING_RECEIPT',
      deadline: { kind: 'RECEIPT', dueAt: sentAt + 10 * DAY },
      returnShipment: { carrier: '中通快递', trackingNo: 'ZT88', submittedAt: sentAt },
    })
})

test('R2.3 a correction of the number does not restart the clock, however often', () => {
  const corrected = sent
    .did(buyer, command('submitReturnShipment', { trackingNo: 'SF2' }), sentAt + 4 * DAY)
    .at(sentAt + 10 * DAY)
    .when(buyer, command('submitReturnShipment', { trackingNo: 'SF3' }))
  corrected
    .thenEvents({ type: 'ReturnShipmentCorrected', clause: 'R2.3', data: { trackingNo: 'SF3' } })
    .thenState({
      status: 'AWAITING_RECEIPT',
      deadline: { kind: 'RECEIPT', dueAt: sentAt + 10 * DAY },
      returnShipment: { trackingNo: 'SF3', submittedAt: sentAt },
      version: sent.state.version + 2,
    })
    .after(1)
    .read()
    .thenSettled('ReceiptExpired', 'RefundOrdered')
})

test.each([
  ['while the merchant decides', returning],
  ['for a refund without a return', refundOnly],
  ['once the money is ordered', sent.did(agent, command('confirmReceipt'))],
])('R2.3 there is no waybill %s', (_when, scenario) => {
  scenario.when(buyer, command('submitReturnShipment')).thenRefused('notAllowedInStatus', 'R2.3')
})

test('R2.4 no waybill in time closes the case; no money moves', () => {
  const now = OPENED_AT + 10 * DAY + 1
  awaitingReturn
    .at(now)
    .read()
    .thenSettled({ type: 'ReturnExpired', clause: 'R2.4', effectiveAt: now - 1, recordedAt: now })
    .thenState({ status: 'CLOSED', closeReason: 'RETURN_TIMEOUT', closedAt: now, deadline: null, refund: null })
})

test.each([
  ['with what was found', ' 吊牌已剪,其余完好 ', '吊牌已剪,其余完好'],
  ['without a note', undefined, null],
  ['with an empty note', '  ', null],
])('R2.5 confirming receipt orders the money back, %s', (_what, note, kept) => {
  sent
    .after(DAY)
    .when(manager, command('confirmReceipt', { note }))
    .thenEvents(
      { type: 'ReceiptConfirmed', clause: 'R2.5', actor: manager, data: { note: kept } },
      { type: 'RefundOrdered', clause: 'R7.1', data: { refundNo: REFUND_NO, origin: 'MERCHANT', amountFen: 19_900 } },
    )
    .thenState({ status: 'REFUNDING', deadline: null, refund: { origin: 'MERCHANT', stuck: false } })
})

test('R2.5 there is nothing to confirm before the waybill', () => {
  awaitingReturn.when(agent, command('confirmReceipt')).thenRefused('notAllowedInStatus', 'R2.5')
})

test('R2.6 no confirmation in time orders the money back', () => {
  const dueAt = sentAt + 10 * DAY
  sent
    .at(dueAt + HOUR)
    .read()
    .thenSettled(
      { type: 'ReceiptExpired', clause: 'R2.6', effectiveAt: dueAt, recordedAt: dueAt + HOUR },
      { type: 'RefundOrdered', effectiveAt: dueAt, data: { origin: 'RECEIPT_TIMEOUT', amountFen: 19_900 } },
    )
    .thenState({ status: 'REFUNDING', deadline: null, refund: { origin: 'RECEIPT_TIMEOUT', stuck: false } })
})

test('the address and the waybill stay on the case to its end', () => {
  const { state } = sent.did(agent, command('confirmReceipt'))
  expect(state.returnAddress).toEqual(awaitingReturn.state.returnAddress)
  expect(state.returnShipment).toEqual(sent.state.returnShipment)
})

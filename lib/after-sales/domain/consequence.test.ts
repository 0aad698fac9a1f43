import { expect, test } from 'vitest'
import { type Consequence, consequenceOf } from './deadline'
import { DAY } from './testing/builders'
import {
  awaitingReceipt,
  awaitingReturn,
  complaint,
  exchange,
  refunding,
  refundOnly,
  returning,
  sentBack,
  withdrawn,
} from './testing/cases'

const refund = (clause: Consequence['clause']) => ({ outcome: 'REFUND', amountFen: 19_900, clause })
const free = (outcome: Consequence['outcome'], clause: Consequence['clause']) => ({
  outcome,
  amountFen: null,
  clause,
})

test.each([
  ['a refund to review is paid', refundOnly, refund('R1.1')],
  ['a return to review is approved, which costs nothing yet', returning, free('APPROVE_RETURN', 'R2.1')],
  ['a return not sent is closed', awaitingReturn, free('CLOSE', 'R2.4')],
  ['a return on its way is paid', awaitingReceipt, refund('R2.6')],
  ['a service to confirm is done', sentBack, free('COMPLETE', 'R3.3')],
  ['nothing, while the merchant exchanges', exchange, null],
  ['nothing, of a target', complaint, null],
  ['nothing, while the gateway works', refunding, null],
  ['nothing, once it is over', withdrawn, null],
])('%s', (_what, scenario, consequence) => {
  expect(consequenceOf(scenario.state)).toEqual(consequence)
})

test.each([
  ['a refund to review', refundOnly, 'REFUND', 'REFUNDING'],
  ['a return to review', returning, 'APPROVE_RETURN', 'AWAITING_RETURN'],
  ['a return to be sent', awaitingReturn, 'CLOSE', 'CLOSED'],
  ['a return on its way', awaitingReceipt, 'REFUND', 'REFUNDING'],
  ['a service to confirm', sentBack, 'COMPLETE', 'CLOSED'],
  ['a complaint to answer', complaint, undefined, 'IN_SERVICE'],
] as const)('and so the clock does: %s', (_what, scenario, outcome, status) => {
  expect(consequenceOf(scenario.state)?.outcome).toBe(outcome)
  const { state } = scenario.after(10 * DAY + 1).read()
  expect(state.status).toBe(status)
  expect(state.closeReason === 'SERVICE_DONE').toBe(outcome === 'COMPLETE')
})

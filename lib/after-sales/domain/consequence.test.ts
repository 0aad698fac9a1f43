import { expect, test } from 'vitest'
import { type Consequence, consequenceOf } from './deadline'
import { DAY } from './testing/builders'
import { awaitingReceipt, awaitingReturn, refunding, refundOnly, returning, withdrawn } from './testing/cases'

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
  ['nothing, while the gateway works', refunding, null],
  ['nothing, once it is over', withdrawn, null],
])('%s', (_what, scenario, consequence) => {
  expect(consequenceOf(scenario.state)).toEqual(consequence)
})

test.each([
  ['a refund to review', refundOnly, 'REFUNDING'],
  ['a return to review', returning, 'AWAITING_RETURN'],
  ['a return to be sent', awaitingReturn, 'CLOSED'],
  ['a return on its way', awaitingReceipt, 'REFUNDING'],
] as const)('and so the clock does: %s', (_what, scenario, status) => {
  const outcome = { REFUNDING: 'REFUND', AWAITING_RETURN: 'APPROVE_RETURN', CLOSED: 'CLOSE' }[status]
  expect(consequenceOf(scenario.state)?.outcome).toBe(outcome)
  scenario
    .after(10 * DAY + 1)
    .read()
    .thenState({ status })
})

import { expect, test } from 'vitest'
import { RULING_OUTCOMES } from './dispute'
import { consequenceOfRuling, rulingMisfit } from './ruling-consequence'
import { agent, buyer, command, DAY, HOUR, support } from './testing/builders'
import { awaitingReceipt, awaitingReturn, refundOnly, rejected, returning, sentBack } from './testing/cases'

type Case = typeof refundOnly

/** Heard, and looked at a while later: the clock stands, so only fresh days move with it. */
const heard = (scenario: Case) =>
  scenario
    .did(buyer, command('openDispute'))
    .did(buyer, command('submitEvidence', { done: true }))
    .did(agent, command('submitEvidence', { done: true }))
    .after(5 * HOUR)

/** What a ruling can give back is what was applied for. */
const ruledOf = ({ state }: Case) => ({ ...state, refundableFen: state.amountFen })

const cases: [string, Case][] = [
  ['a refund to review', heard(refundOnly)],
  ['a rejected refund', heard(rejected)],
  ['a return to review', heard(returning)],
  ['goods to be sent', heard(awaitingReturn.after(3 * DAY))],
  ['goods on their way', heard(awaitingReceipt.after(3 * DAY))],
  ['goods on their way, a millisecond before the end', heard(awaitingReceipt.after(10 * DAY - 1))],
]

test.each(
  cases.flatMap(([what, scenario]) =>
    RULING_OUTCOMES.flatMap((outcome) =>
      (outcome === 'REFUND' ? [null, 1, 8800, 19_900] : [null]).map(
        (amountFen) => [what, outcome, amountFen, scenario] as const,
      ),
    ),
  ),
)('says of %s what %s (%s fen) then does', (_what, outcome, amountFen, scenario) => {
  const ruled = scenario.when(support, command('ruleDispute', { outcome, ...(amountFen !== null && { amountFen }) }))
  const misfit = rulingMisfit(scenario.state, outcome)
  if (misfit) return void ruled.thenRefused(misfit)
  const told = consequenceOfRuling(ruledOf(scenario), { outcome, amountFen }, scenario.now)
  switch (told.kind) {
    case 'REFUND':
      expect(told.amountFen + told.keptFen).toBe(scenario.state.amountFen)
      return void ruled.thenState({ status: 'REFUNDING', deadline: null, refund: { amountFen: told.amountFen } })
    case 'AWAIT_RETURN':
      return void ruled.thenState({ status: 'AWAITING_RETURN', deadline: { kind: 'RETURN', dueAt: told.dueAt } })
    case 'AWAIT_RECEIPT':
      return void ruled.thenState({ status: 'AWAITING_RECEIPT', deadline: { kind: 'RECEIPT', dueAt: told.dueAt } })
    case 'CLOSE':
      return void ruled.thenState({ status: 'CLOSED', deadline: null, closeReason: 'DISPUTE_DISMISSED' })
  }
})

test.each([
  ['a refund to review', heard(refundOnly), 'NOT_ASKED'],
  ['a return to review', heard(returning), 'KEPT'],
  ['goods to be sent', heard(awaitingReturn), 'KEPT'],
  ['goods on their way', heard(awaitingReceipt), 'SENT'],
])('where the goods are when the money of %s goes back', (_what, scenario, goods) => {
  expect(consequenceOfRuling(ruledOf(scenario), { outcome: 'REFUND', amountFen: null }, scenario.now)).toMatchObject({
    goods,
  })
})

test('R4.5 of a service the merchant keeps what is left of its lines besides', () => {
  const ruled = { ...heard(sentBack).state, refundableFen: 10_000 }
  expect(consequenceOfRuling(ruled, { outcome: 'REFUND', amountFen: 8800 }, 0)).toEqual({
    kind: 'REFUND',
    amountFen: 8800,
    keptFen: 1200,
    goods: 'NOT_ASKED',
  })
})

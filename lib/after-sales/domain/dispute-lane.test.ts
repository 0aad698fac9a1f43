import { describe, expect, test } from 'vitest'
import { placeOf } from './dispute'
import { agent, buyer, command, DAY, HOUR, support } from './testing/builders'
import { disputed, returning, underReview } from './testing/cases'

/** Where a dispute stands in the lists, and since when or until when. */

const asked = underReview.after(HOUR).did(support, command('requestEvidence', { dueInHours: 24 }))
const heard = asked
  .did(agent, command('submitEvidence', { done: true }))
  .after(HOUR)
  .did(buyer, command('submitEvidence', { done: true }))

const placeIn = ({ state }: typeof disputed) => state.dispute && placeOf(state.dispute)

describe('the lane of a dispute', () => {
  test.each([
    ['heard: until the first side’s time is over', disputed, 'EVIDENCE', disputed.now + 48 * HOUR],
    ['under review: since then', underReview, 'TO_RULE', underReview.now],
    ['asked for more: until the new deadline', asked, 'MORE_EVIDENCE', asked.now + DAY],
    ['heard again: since then', heard, 'TO_RULE', heard.now],
  ] as const)('%s', (_, scenario, lane, at) => {
    expect(placeIn(scenario)).toEqual({ lane, at })
  })

  test.each([
    ['ruled on', support, command('ruleDispute')],
    ['dismissed', support, command('ruleDispute', { outcome: 'DISMISS' })],
    ['conceded', agent, command('concedeDispute')],
    ['taken out with its case', buyer, command('withdraw')],
  ] as const)('over once it is %s: since then', (_, actor, act) => {
    const late = underReview.after(DAY)
    expect(placeIn(late.did(actor, act))).toEqual({ lane: 'OVER', at: late.now })
  })

  test('over once its opener took it back, and it stays so while the case goes on', () => {
    const taken = returning
      .after(HOUR)
      .did(agent, command('openDispute'))
      .after(HOUR)
      .did(agent, command('withdrawDispute'))
    const at = taken.now
    expect(placeIn(taken)).toEqual({ lane: 'OVER', at })
    expect(placeIn(taken.after(HOUR).did(agent, command('approve')))).toEqual({ lane: 'OVER', at })
    // the case is withdrawn later, and the dispute did not end then
    expect(placeIn(taken.after(DAY).did(buyer, command('withdraw')))).toEqual({ lane: 'OVER', at })
  })
})

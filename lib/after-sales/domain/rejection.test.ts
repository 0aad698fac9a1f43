import { describe, test } from 'vitest'
import { REJECTION_REASONS } from './after-sale'
import { agent, command, HOUR, manager, OPENED_AT } from './testing/builders'
import { awaitingReceipt, awaitingReturn, aware, refunding, refundOnly, returning } from './testing/cases'

describe('R1.3 rejecting, once the buyer is aware', () => {
  test.each([refundOnly, returning])('shows him the reason and the text: $state.type', (scenario) => {
    const text = '商品无质量问题,影响二次销售'
    const now = OPENED_AT + HOUR
    scenario
      .did(agent, command('logContact'))
      .at(now)
      .when(manager, command('reject', { reasonCode: 'NO_DEFECT_FOUND', text }))
      .thenEvents({ type: 'Rejected', clause: 'R1.3', data: { reasonCode: 'NO_DEFECT_FOUND', text } })
      .thenState({
        status: 'REJECTED',
        deadline: null,
        closedAt: now,
        closeReason: null,
        refund: null,
        rejection: { reasonCode: 'NO_DEFECT_FOUND', text, at: now },
      })
  })

  test.each(REJECTION_REASONS)('may name any reason: %s', (reasonCode) => {
    aware.when(agent, command('reject', { reasonCode })).thenState({ rejection: { reasonCode } })
  })

  test.each([
    ['in AWAITING_RETURN', awaitingReturn],
    ['in AWAITING_RECEIPT: goods that came back wrong are a disagreement', awaitingReceipt],
    ['in REFUNDING', refunding],
  ])('R2.7 is not possible %s', (_where, scenario) => {
    scenario.when(agent, command('reject')).thenRefused('notAllowedInStatus', 'R2.7')
  })
})

describe('R1.3 the text of a rejection has 10 to 500 characters', () => {
  const family = '👨‍👩‍👧'

  test.each([
    ['nothing', ''],
    ['9', '甲'.repeat(9)],
    ['501', '甲'.repeat(501)],
    ['9 emoji, which are 18 half characters', '🙂'.repeat(9)],
    ['501 emoji', '🙂'.repeat(501)],
    ['9 between spaces', `  ${'甲'.repeat(9)}  `],
    ['9 between full-width spaces and lines', `\u3000${'甲'.repeat(9)}\u3000\n`],
    ['spaces only', ' '.repeat(20)],
  ])('R0.8 too few or too many: %s', (_what, text) => {
    aware
      .when(agent, command('reject', { text }))
      .thenRefused('rejectionTextLength', 'R1.3', { path: 'text', min: 10, max: 500 })
  })

  test.each([
    ['10', '甲'.repeat(10), undefined],
    ['500', '甲'.repeat(500), undefined],
    ['10 emoji', '🙂'.repeat(10), undefined],
    ['500 emoji, which are 1000 half characters', '🙂'.repeat(500), undefined],
    ['two families of five code points', family.repeat(2), undefined],
    ['10 between spaces', ` \n${'甲'.repeat(10)}\u3000 `, '甲'.repeat(10)],
    ['500 between spaces', ` ${'甲'.repeat(500)} `, '甲'.repeat(500)],
    ['spaces within', `甲${' '.repeat(8)}乙`, undefined],
  ])('R0.8 just right, and kept trimmed: %s', (_what, text, kept = text) => {
    aware.when(agent, command('reject', { text })).thenEvents({ type: 'Rejected', data: { text: kept } })
  })
})

import { describe, expect, test } from 'vitest'
import { type AfterSale, refundNoOf, waitingOn } from './after-sale'
import { evolve, replay } from './evolve'
import { agent, applied, command, DAY, HOUR, manager, OPENED_AT, REFUND_NO, support, system } from './testing/builders'
import { refunded, refunding, refundOnly, stuck, withdrawn } from './testing/cases'
import { given } from './testing/scenario'

describe('R7.1 a case orders its refund exactly once', () => {
  test('one number for ever: ordered, stuck, retried and paid under it', () => {
    const { log } = stuck
      .did(manager, command('retryRefund'))
      .did(system, command('recordRefundStuck'))
      .did(support, command('retryRefund'))
      .did(system, command('recordRefundSuccess'))
    const numbers = log.flatMap(({ type, data }) => ('refundNo' in data ? [[type, data.refundNo]] : []))
    expect(numbers).toEqual([
      ['RefundOrdered', REFUND_NO],
      ['RefundStuck', REFUND_NO],
      ['RefundRetried', REFUND_NO],
      ['RefundStuck', REFUND_NO],
      ['RefundRetried', REFUND_NO],
      ['RefundSucceeded', REFUND_NO],
    ])
  })

  test('two cases have two numbers', () => {
    expect(refundNoOf('AS0001')).toBe('RF0001')
    expect(refundNoOf('AS0002')).not.toBe(REFUND_NO)
  })

  test.each([
    ['the merchant approves again', agent, command('approve')],
    ['the merchant confirms a receipt', agent, command('confirmReceipt')],
    ['the merchant rejects', agent, command('reject')],
  ])('nothing is ordered when %s', (_what, actor, act) => {
    refunding.when(actor, act).thenRefused('notAllowedInStatus', undefined, { status: 'REFUNDING' })
  })

  test('no clock runs against the gateway', () => {
    refunding
      .after(365 * DAY)
      .read()
      .thenSettled()
      .thenState({ status: 'REFUNDING' })
  })
})

describe('R7.2 what becomes of the refund', () => {
  test('accepted is not succeeded: the case waits for the gateway', () => {
    refunding.thenState({ status: 'REFUNDING', closedAt: null })
    expect(waitingOn(refunding.state)).toBe('GATEWAY')
  })

  test.each([
    ['at once', refunding],
    ['after all, while it stood as stuck: the gateway was asked again', stuck],
  ])('success ends the case, %s', (_when, scenario) => {
    const now = OPENED_AT + HOUR
    scenario
      .at(now)
      .when(system, command('recordRefundSuccess'))
      .thenEvents({ type: 'RefundSucceeded', clause: 'R7.2', actor: system, data: { amountFen: 19_900 } })
      .thenState({ status: 'REFUNDED', closedAt: now, closeReason: null, refund: { origin: 'MERCHANT', stuck: false } })
  })

  test('retries used up: the case waits for the platform', () => {
    refunding
      .when(system, command('recordRefundStuck', { error: '余额不足' }))
      .thenEvents({ type: 'RefundStuck', clause: 'R7.2', data: { error: '余额不足' } })
      .thenState({ status: 'REFUNDING', refund: { origin: 'MERCHANT', stuck: true } })
    expect(waitingOn(stuck.state)).toBe('PLATFORM')
  })

  test.each([manager, support])('$role sends a stuck refund on its way again', (actor) => {
    const retried = stuck.when(actor, command('retryRefund'))
    retried
      .thenEvents({ type: 'RefundRetried', clause: 'R7.2', actor })
      .thenState({ status: 'REFUNDING', refund: { origin: 'MERCHANT', stuck: false } })
    expect(waitingOn(retried.state)).toBe('GATEWAY')
  })

  test.each([
    ['a refund that is not stuck is not retried', refunding, manager, command('retryRefund')],
    ['nor one that was retried already', stuck.did(manager, command('retryRefund')), support, command('retryRefund')],
    ['nor one before money was ordered', refundOnly, manager, command('retryRefund')],
    ['a stuck refund does not get stuck again', stuck, system, command('recordRefundStuck')],
    ['money is back once', refunded, system, command('recordRefundSuccess')],
    ['and not before it was ordered', refundOnly, system, command('recordRefundSuccess')],
    ['nor on a case that is over', withdrawn, system, command('recordRefundStuck')],
  ])('%s', (_what, scenario, actor, act) => {
    scenario.when(actor, act).thenRefused('notAllowedInStatus', 'R7.2').thenState(scenario.state)
  })
})

describe('a case is its events', () => {
  test('that begin with the application, which is made once', () => {
    const [first, approved] = refunding.log
    if (!first || !approved) throw new Error('two events at least')
    expect(() => replay([])).toThrow()
    expect(() => replay([approved])).toThrow('before Applied')
    expect(() => replay([first, first])).toThrow('open already')
  })

  test('that are counted, and say when it last changed', () => {
    const { log, state } = given(applied(), [agent, command('sendMessage'), OPENED_AT + HOUR])
    expect(log.reduce<AfterSale | null>(evolve, null)).toEqual(state)
    expect(state).toMatchObject({ seq: 2, version: 1, openedAt: OPENED_AT, updatedAt: OPENED_AT + HOUR })
  })
})

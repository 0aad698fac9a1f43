import { describe, expect, test } from 'vitest'
import type { OrderFacts } from './decide/application'
import { failedConditions, measureInstantRefund } from './decide/instant-refund'
import { replay } from './evolve'
import type { InstantCondition } from './instant-refund'
import { CURRENT_POLICY } from './policy'
import { application, buyer, HOUR, OPENED_AT, order, orderLine } from './testing/builders'
import { whenApplied } from './testing/scenario'

/** R5.2 An order that fits: paid an hour ago, ¥199.00, not shipped. */
function fitting(change: Partial<OrderFacts> = {}): OrderFacts {
  return { ...order(orderLine()), paidAt: OPENED_AT - HOUR, totalFen: 19_900, shippedAt: null, ...change }
}
const SINCE = OPENED_AT - HOUR

function whenAppliedInstantly(facts: OrderFacts, since: number | null = SINCE, change = {}) {
  return whenApplied(facts, application(change), buyer, OPENED_AT, [], since)
}

describe('R5.2 refunded at once where all three hold at the moment of application', () => {
  test('with the measured values, in the order of events', () => {
    whenAppliedInstantly(fitting()).thenEvents(
      { type: 'Applied', actor: { role: 'BUYER' } },
      {
        type: 'InstantRefundJudged',
        clause: 'R5.2',
        actor: { role: 'SYSTEM' },
        recordedAt: OPENED_AT,
        data: { sincePaidMs: HOUR, totalFen: 19_900, shippedAt: null, failed: [] },
      },
      { type: 'RefundOrdered', actor: { role: 'SYSTEM' }, data: { origin: 'INSTANT_REFUND', amountFen: 19_900 } },
    )
  })

  test.each<[string, Partial<OrderFacts>, InstantCondition[]]>([
    ['paid exactly 6 h ago', { paidAt: OPENED_AT - 6 * HOUR }, []],
    ['paid a millisecond longer ago', { paidAt: OPENED_AT - 6 * HOUR - 1 }, ['PAID_RECENTLY']],
    ['paid in the same instant', { paidAt: OPENED_AT }, []],
    ['an order of ¥299.99', { totalFen: 29_999 }, []],
    ['an order of ¥300.00', { totalFen: 30_000 }, ['TOTAL_BELOW']],
    ['shipped before', { shippedAt: OPENED_AT - 1 }, ['NOT_SHIPPED']],
    ['shipped in the same instant, and recorded first', { shippedAt: OPENED_AT }, ['NOT_SHIPPED']],
    [
      'nothing of it',
      { paidAt: OPENED_AT - 7 * HOUR, totalFen: 40_000, shippedAt: OPENED_AT - HOUR },
      ['PAID_RECENTLY', 'TOTAL_BELOW', 'NOT_SHIPPED'],
    ],
  ])('%s', (_, change, failed) => {
    const facts = fitting(change)
    expect(failedConditions(measureInstantRefund(facts, OPENED_AT), CURRENT_POLICY)).toEqual(failed)
    const outcome = whenAppliedInstantly(facts)
    const judged = { type: 'InstantRefundJudged', data: { failed } } as const
    if (failed.length === 0) outcome.thenEvents('Applied', judged, 'RefundOrdered')
    else outcome.thenEvents('Applied', judged)
  })

  test('the order counts, not what is asked of it', () => {
    const lines = [{ lineNo: 1, quantity: 1, amountFen: 100 }]
    whenAppliedInstantly(fitting({ totalFen: 30_000 }), SINCE, { lines }).thenEvents('Applied', {
      type: 'InstantRefundJudged',
      data: { failed: ['TOTAL_BELOW'] },
    })
    whenAppliedInstantly(fitting(), SINCE, { lines }).thenEvents('Applied', 'InstantRefundJudged', {
      type: 'RefundOrdered',
      data: { amountFen: 100 },
    })
  })

  test('a case that does not fit waits for the merchant as ever', () => {
    const outcome = whenAppliedInstantly(fitting({ totalFen: 30_000 }))
    expect(replay(outcome.events)).toMatchObject({ status: 'PENDING_REVIEW', version: 1, seq: 2, refund: null })
    const refunded = whenAppliedInstantly(fitting())
    expect(replay(refunded.events)).toMatchObject({
      status: 'REFUNDING',
      deadline: null,
      refund: { origin: 'INSTANT_REFUND', amountFen: 19_900 },
    })
  })

  test.each(['RETURN_REFUND', 'EXCHANGE', 'COMPLAINT'] as const)('%s is never refunded at once, nor judged', (type) => {
    whenAppliedInstantly(fitting({ deliveredAt: null }), SINCE, application({ type })).thenEvents('Applied')
  })
})

describe('R5.1 never retroactive', () => {
  test.each([
    ['off', null, false],
    ['switched on a millisecond later', OPENED_AT + 1, false],
    ['switched on in the same instant, and recorded first', OPENED_AT, true],
  ] as const)('%s', (_, since, judged) => {
    const outcome = whenAppliedInstantly(fitting(), since)
    if (judged) outcome.thenEvents('Applied', 'InstantRefundJudged', 'RefundOrdered')
    else outcome.thenEvents('Applied')
  })
})

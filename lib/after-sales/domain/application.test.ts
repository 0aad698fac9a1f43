import { describe, expect, test } from 'vitest'
import { occupiesLines, STATUSES } from './after-sale'
import { decideApplication } from './decide/application'
import { replay } from './evolve'
import { CURRENT_POLICY } from './policy'
import { ACTORS, application, buyer, HOUR, OPENED_AT, order, orderLine } from './testing/builders'
import { whenApplied } from './testing/scenario'

const piece = (lineNo: number, amountFen = 5_000, quantity = 1) => ({ lineNo, amountFen, quantity })

describe('R1.1, R2.1 the buyer applies', () => {
  test.each([
    ['REFUND_ONLY', 'R1.1'],
    ['RETURN_REFUND', 'R2.1'],
  ] as const)('%s opens a case under %s that waits for the merchant for 48 hours', (type, clause) => {
    const lines = [piece(1, 5_000), piece(2, 7_500, 2)]
    const facts = order(orderLine(), orderLine({ lineNo: 2 }))
    const sent = application({ type, lines, reason: 'WRONG_ITEM', description: '颜色发错了' })
    const decision = decideApplication(facts, sent, {
      actor: buyer,
      now: OPENED_AT,
      policy: CURRENT_POLICY,
      instantRefundSince: null,
      newNo: 'AS0002',
    })
    if (!decision.ok) throw new Error(decision.refusal.code)
    expect(decision.events).toMatchObject([
      { type: 'Applied', clause, actor: buyer, effectiveAt: OPENED_AT, recordedAt: OPENED_AT },
    ])
    expect(replay(decision.events)).toMatchObject({
      no: 'AS0002',
      shopId: 'shop-1',
      orderNo: 'O1001',
      buyerId: 'buyer-1',
      type,
      lines,
      amountFen: 12_500,
      currency: 'CNY',
      reason: 'WRONG_ITEM',
      description: '颜色发错了',
      attempt: 1,
      previousNo: null,
      policyVersion: 'kuaishou-2021-03-25',
      status: 'PENDING_REVIEW',
      version: 1,
      seq: 1,
      deadline: { kind: 'REVIEW', dueAt: OPENED_AT + 48 * HOUR },
      awareAt: null,
      openedAt: OPENED_AT,
    })
  })

  test.each(ACTORS.filter(({ role }) => role !== 'BUYER').map((actor) => [actor.role, actor] as const))(
    'nobody else does: %s',
    (_role, actor) => {
      whenApplied(order(orderLine()), application(), actor).thenRefused('notPermitted', undefined, { act: 'apply' })
    },
  )

  test('R0.6 the case keeps the policy in force when it was opened', () => {
    const policy = { ...CURRENT_POLICY, version: 'a later one' }
    const context = { actor: buyer, now: OPENED_AT, policy, instantRefundSince: null, newNo: 'AS0002' }
    expect(decideApplication(order(orderLine()), application(), context)).toMatchObject({
      ok: true,
      events: [{ data: { policyVersion: 'a later one' } }],
    })
  })
})

describe('what stands against an application', () => {
  const facts = order(
    orderLine({ lineNo: 1, quantity: 2, paidFen: 10_000, refundedFen: 4_000 }),
    orderLine({ lineNo: 2, occupiedBy: 'AS0009' }),
    orderLine({ lineNo: 3, paidFen: 3_000, refundedFen: 3_000 }),
  )
  const apply = (...lines: ReturnType<typeof piece>[]) => whenApplied(facts, application({ lines }))

  test('R1.1 a line that the order does not have', () => {
    apply(piece(1), piece(4)).thenRefused('orderLineUnknown', 'R1.1', { path: 'lines.1.lineNo', lineNo: 4 })
  })

  test('R0.8 a line named twice', () => {
    apply(piece(1), piece(1)).thenRefused('orderLineRepeated', 'R0.8', { path: 'lines.1.lineNo', lineNo: 1 })
  })

  test('R0.5 more pieces than were bought; all of them are fine', () => {
    apply(piece(1, 5_000, 2)).thenEvents('Applied')
    apply(piece(1, 5_000, 3)).thenRefused('quantityExceedsBought', 'R0.5', { path: 'lines.0.quantity', bought: 2 })
  })

  test('R0.8 a case that occupies one of the lines', () => {
    apply(piece(1), piece(2)).thenRefused('openCaseExists', 'R0.8', { no: 'AS0009', lineNo: 2 })
  })

  test('R0.5 one fen more than is left of what was paid; all of it is fine', () => {
    apply(piece(1, 6_000)).thenEvents({ type: 'Applied', data: { amountFen: 6_000 } })
    apply(piece(1, 6_001)).thenRefused('refundExceedsPaid', 'R0.5', { lineNo: 1, leftFen: 6_000 })
  })

  test('R0.5 anything at all, where all was refunded', () => {
    apply(piece(1), piece(3, 1)).thenRefused('refundExceedsPaid', 'R0.5', { lineNo: 3, leftFen: 0 })
  })

  test('a fault of what was sent comes before one of the state', () => {
    apply(piece(2), piece(4)).thenRefused('orderLineUnknown')
    apply(piece(1, 99_999), piece(1)).thenRefused('orderLineRepeated')
  })
})

describe('R0.8 a case occupies its lines', () => {
  const free = new Set(['REFUNDED', 'REJECTED', 'CLOSED'])

  test.each(STATUSES)('in %s: until it is over', (status) => {
    expect(occupiesLines(status)).toBe(!free.has(status))
  })
})

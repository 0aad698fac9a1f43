import { describe, expect, test } from 'vitest'
import type { Actor, DeadlineKind } from './after-sale'
import type { Command } from './commands'
import { hasPassed } from './deadline'
import { CURRENT_POLICY } from './policy'
import { agent, applied, buyer, command, DAY, HOUR, manager, OPENED_AT, REFUND_NO } from './testing/builders'
import { awaitingReceipt, awaitingReturn, refundOnly, returning, sentBack } from './testing/cases'
import type { EventPattern } from './testing/outcome'
import { given } from './testing/scenario'

const at = Date.parse

type Limit = {
  what: string
  start: typeof refundOnly
  kind: DeadlineKind
  limitMs: number
  actor: Actor
  inTime: Command
  expiry: EventPattern[]
}

const LIMITS: Limit[] = [
  {
    what: 'R1.1 the 48 hours to review a refund',
    start: refundOnly,
    kind: 'REVIEW',
    limitMs: 48 * HOUR,
    actor: agent,
    inTime: command('approve'),
    expiry: [
      { type: 'ReviewExpired', clause: 'R1.1', data: { returnAddress: null } },
      { type: 'RefundOrdered', clause: 'R7.1', data: { origin: 'REVIEW_TIMEOUT', refundNo: REFUND_NO } },
    ],
  },
  {
    what: 'R2.1 the 48 hours to review a return',
    start: returning,
    kind: 'REVIEW',
    limitMs: 48 * HOUR,
    actor: manager,
    inTime: command('approve'),
    expiry: [{ type: 'ReviewExpired', clause: 'R2.1' }],
  },
  {
    what: 'R2.2 the 10 days to send back',
    start: awaitingReturn,
    kind: 'RETURN',
    limitMs: 10 * DAY,
    actor: buyer,
    inTime: command('submitReturnShipment'),
    expiry: [{ type: 'ReturnExpired', clause: 'R2.4' }],
  },
  {
    what: 'R2.3 the 10 days to confirm receipt',
    start: awaitingReceipt,
    kind: 'RECEIPT',
    limitMs: 10 * DAY,
    actor: agent,
    inTime: command('confirmReceipt'),
    expiry: [
      { type: 'ReceiptExpired', clause: 'R2.6' },
      { type: 'RefundOrdered', clause: 'R7.1', data: { origin: 'RECEIPT_TIMEOUT', refundNo: REFUND_NO } },
    ],
  },
  {
    what: 'R3.3 the 10 days to confirm a service',
    start: sentBack,
    kind: 'SERVICE_CONFIRM',
    limitMs: 10 * DAY,
    actor: buyer,
    inTime: command('recordServiceStep', { step: 'DONE' }),
    expiry: [{ type: 'ServiceExpired', clause: 'R3.3' }],
  },
]

describe.each(LIMITS.map((limit) => [limit.what, limit] as const))('%s', (_what, limit) => {
  const { start, kind, limitMs, actor, inTime, expiry } = limit
  const dueAt = OPENED_AT + limitMs

  test('begin when the decision before them is recorded', () => {
    start.thenState({ deadline: { kind, dueAt } })
  })

  test.each([
    ['1 ms before dueAt', -1],
    ['exactly at dueAt', 0],
  ])('R0.2 include their end: an act %s is in time', (_when, offset) => {
    const acted = start
      .at(dueAt + offset)
      .when(actor, inTime)
      .thenSettled()
    expect(acted.refusal).toBeNull()
    expect(acted.state.expired).toBeNull()
  })

  test('R0.3 are over 1 ms later, although no worker has run: the act is refused, the expiry recorded', () => {
    const now = dueAt + 1
    start
      .at(now)
      .when(actor, inTime)
      .thenRefused('deadlinePassed', 'R0.7', { kind, act: inTime.type })
      .thenSettled(...expiry)
      .thenState({ expired: kind, updatedAt: now })
  })

  test('R0.3 are settled by a mere reading, by the system and as of the deadline (R0.4)', () => {
    const now = dueAt + 5 * HOUR
    const read = start
      .at(now)
      .read()
      .thenSettled(...expiry)
    for (const event of read.log.slice(-expiry.length))
      expect(event).toMatchObject({ actor: { role: 'SYSTEM', id: null }, effectiveAt: dueAt, recordedAt: now })
  })

  test('R0.2 are settled by no reading at their end or before', () => {
    start.at(dueAt).read().thenSettled().thenState({ expired: null, deadline: { kind, dueAt } })
  })
})

describe('R0.4 an outage eats into nobody’s days', () => {
  test('the 10 days to send back count from when the expiry was recorded, a day late', () => {
    const late = OPENED_AT + 48 * HOUR + DAY
    returning
      .at(late)
      .read()
      .thenState({ deadline: { kind: 'RETURN', dueAt: late + 10 * DAY } })
  })

  test('R0.7 one reading settles one expiry, however late it comes', () => {
    const late = OPENED_AT + 40 * DAY
    returning
      .at(late)
      .read()
      .thenSettled('ReviewExpired')
      .read()
      .thenSettled()
      .at(late + 10 * DAY)
      .when(buyer, command('submitReturnShipment'))
      .thenEvents('ReturnShipmentSubmitted')
  })

  test('an act keeps one instant only: it holds from when it was recorded', () => {
    const now = OPENED_AT + HOUR
    refundOnly
      .at(now)
      .when(agent, command('approve'))
      .thenEvents(
        { type: 'Approved', effectiveAt: now, recordedAt: now },
        { type: 'RefundOrdered', effectiveAt: now, recordedAt: now },
      )
  })
})

describe('R0.2 a day is exactly 24 h, whatever the calendar says', () => {
  test.each([
    ['the end of a month', '2026-04-29T18:00:00+08:00', '2026-05-01T18:00:00+08:00'],
    ['the end of a year', '2025-12-30T23:59:59.999+08:00', '2026-01-01T23:59:59.999+08:00'],
    ['29 February', '2024-02-28T00:00:00+08:00', '2024-03-01T00:00:00+08:00'],
    ['a February without it', '2025-02-27T00:00:00+08:00', '2025-03-01T00:00:00+08:00'],
    ['summer time elsewhere, to a later hour', '2026-03-07T12:00:00-05:00', '2026-03-09T13:00:00-04:00'],
  ])('48 hours across %s: from %s to %s', (_what, from, to) => {
    given(applied({}, at(from))).thenState({ deadline: { kind: 'REVIEW', dueAt: at(to) } })
  })

  test.each([
    ['the end of a month', '2026-04-25T18:00:00+08:00', '2026-05-05T18:00:00+08:00'],
    ['29 February', '2024-02-20T09:30:00.001+08:00', '2024-03-01T09:30:00.001+08:00'],
    ['a February without it', '2025-02-20T09:30:00+08:00', '2025-03-02T09:30:00+08:00'],
    ['summer time elsewhere, to an earlier hour', '2026-10-30T12:00:00-04:00', '2026-11-09T11:00:00-05:00'],
  ])('10 days across %s: from %s to %s', (_what, from, to) => {
    given(applied({ type: 'RETURN_REFUND' }, at(from)), [agent, command('approve')]).thenState({
      deadline: { kind: 'RETURN', dueAt: at(to) },
    })
  })
})

test('no deadline is never overdue', () => {
  expect(hasPassed(null, Number.MAX_SAFE_INTEGER)).toBe(false)
})

test('R0.6 a limit is that of the policy, which the case keeps', () => {
  const { reviewMs, returnMs, receiptMs, soonMs, rejectionText } = CURRENT_POLICY
  const { exchangeMs, repairMs, serviceConfirmMs, serviceAnswerMs } = CURRENT_POLICY
  const ofServices = { exchangeMs, repairMs, serviceConfirmMs, serviceAnswerMs }
  expect({ reviewMs, returnMs, receiptMs, ...ofServices, soonMs, rejectionText }).toEqual({
    reviewMs: 48 * HOUR,
    returnMs: 10 * DAY,
    receiptMs: 10 * DAY,
    exchangeMs: 15 * DAY,
    repairMs: 365 * DAY,
    serviceConfirmMs: 10 * DAY,
    serviceAnswerMs: 48 * HOUR,
    soonMs: [24 * HOUR, 6 * HOUR, HOUR],
    rejectionText: { min: 10, max: 500 },
  })
  expect(() => given(applied({ policyVersion: 'kuaishou-1999-01-01' }))).toThrow('kuaishou-1999-01-01')
})

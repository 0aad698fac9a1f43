import { describe, expect, test } from 'vitest'
import {
  byWorth,
  fateOf,
  findRivals,
  leaveOutRepeats,
  type Outcome,
  type PastApplication,
  REPLAY_FATES,
  type Replayed,
  type ReplayFate,
  replayOne,
  sumUp,
} from './replay'

const HOUR = 3_600_000
const OPENED_AT = Date.parse('2026-03-10T06:00:00.000Z')
const PENDING: Outcome = { status: 'PENDING_REVIEW', refundOrigin: null, closeReason: null, refundedAt: null }

function past(change: Partial<PastApplication> = {}): PastApplication {
  return {
    no: 'AS1',
    orderNo: 'order-1',
    openedAt: OPENED_AT,
    paidAt: OPENED_AT - HOUR,
    totalFen: 20_000,
    shippedAt: null,
    amountFen: 12_800,
    ...PENDING,
    ...change,
  }
}
const refunded = (refundOrigin: Outcome['refundOrigin'], status = 'REFUNDED'): Partial<Outcome> => ({
  status,
  refundOrigin,
  refundedAt: OPENED_AT + 5 * HOUR,
})

describe('what became of it', () => {
  test.each<[string, Partial<Outcome>, ReplayFate]>([
    ['still waits', {}, 'OPEN'],
    ['approved', refunded('MERCHANT'), 'APPROVED'],
    ['approved, the money under way', refunded('MERCHANT', 'REFUNDING'), 'APPROVED'],
    ['nobody decided', refunded('REVIEW_TIMEOUT'), 'TIMED_OUT'],
    ['the platform ruled so', refunded('DISPUTE_RULING'), 'RULED'],
    ['rejected', { status: 'REJECTED' }, 'REJECTED'],
    ['rejected, in dispute', { status: 'IN_DISPUTE' }, 'OPEN'],
    ['dismissed', { status: 'CLOSED', closeReason: 'DISPUTE_DISMISSED' }, 'WON'],
    ['taken back', { status: 'CLOSED', closeReason: 'BUYER_WITHDRAWN' }, 'WITHDRAWN'],
  ])('%s', (_, change, fate) => expect(fateOf({ ...PENDING, ...change })).toBe(fate))

  test('the time it would have saved counts from the application to the order of the refund', () => {
    expect(replayOne(past(refunded('MERCHANT')))).toEqual({
      no: 'AS1',
      openedAt: OPENED_AT,
      totalFen: 20_000,
      amountFen: 12_800,
      sincePaidMs: HOUR,
      fate: 'APPROVED',
      savedMs: 5 * HOUR,
    })
    expect(replayOne(past({ status: 'REJECTED' })).savedMs).toBeNull()
  })
})

describe('what would not have come to be', () => {
  const first = past({ no: 'AS1', status: 'REJECTED' })
  const again = past({ no: 'AS2', openedAt: OPENED_AT + HOUR })
  const elsewhere = past({ no: 'AS3', orderNo: 'order-2', openedAt: OPENED_AT + HOUR })
  const nos = (cases: readonly { no: string }[]) => cases.map(({ no }) => no)

  test('a later application for the same line is left out, however they come', () => {
    const lines = () => [1]
    expect(findRivals([again, elsewhere, first])).toEqual(['AS2', 'AS1'])
    expect(nos(leaveOutRepeats([again, elsewhere, first], lines))).toEqual(['AS1', 'AS3'])
  })

  test('one for another line of the order stays', () => {
    expect(nos(leaveOutRepeats([first, again], (no) => (no === 'AS1' ? [1] : [2])))).toEqual(['AS1', 'AS2'])
    expect(nos(leaveOutRepeats([first, again], (no) => (no === 'AS1' ? [1, 2] : [2])))).toEqual(['AS1'])
  })

  test('what was left out stands for nothing itself', () => {
    const third = past({ no: 'AS4', openedAt: OPENED_AT + 2 * HOUR })
    const lines: Record<string, number[]> = { AS1: [1], AS2: [1, 2], AS4: [2] }
    expect(nos(leaveOutRepeats([first, again, third], (no) => lines[no] ?? []))).toEqual(['AS1', 'AS4'])
  })
})

test('worth looking at first: the money that was kept, then what others decided, then the newest', () => {
  const of = (no: string, fate: ReplayFate, hours: number): Replayed => ({
    ...replayOne(past({ no, openedAt: OPENED_AT + hours * HOUR })),
    fate,
  })
  const listed = [
    of('a', 'APPROVED', 9),
    of('b', 'OPEN', 10),
    of('c', 'TIMED_OUT', 1),
    of('d', 'WON', 2),
    of('e', 'REJECTED', 3),
    of('f', 'RULED', 4),
    of('g', 'WITHDRAWN', 8),
  ]
  expect(listed.sort(byWorth).map(({ no }) => no)).toEqual(['e', 'd', 'f', 'c', 'b', 'a', 'g'])
})

test('the sums, over what was refunded later and by what became of it', () => {
  const replayed = [
    replayOne(past({ ...refunded('MERCHANT'), amountFen: 100 })),
    replayOne(past({ ...refunded('REVIEW_TIMEOUT'), amountFen: 20_000 })),
    replayOne(past({ status: 'REJECTED', amountFen: 7900 })),
  ]
  const sums = sumUp(replayed)
  expect(sums).toMatchObject({
    fitting: 3,
    amountFen: 28_000,
    largestFen: 20_000,
    savedMs: 10 * HOUR,
    refundedLater: 2,
  })
  expect(sums.fates.REJECTED).toEqual({ cases: 1, amountFen: 7900 })
  expect(REPLAY_FATES.reduce((sum, fate) => sum + sums.fates[fate].cases, 0)).toBe(3)
  expect(sumUp([])).toMatchObject({ fitting: 0, amountFen: 0, largestFen: 0, savedMs: 0, refundedLater: 0 })
})

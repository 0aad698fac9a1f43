import { describe, expect, test } from 'vitest'
import { waitAfter } from '@/lib/back-off'
import { delayAfter, WEBHOOK_DELIVERY } from './delivery-policy'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

describe('the waits after failures', () => {
  test('double from ten seconds to four hours', () => {
    const waits = [1, 2, 3, 10, 11, 12, 13, 28].map((count) => delayAfter(count, 0, WEBHOOK_DELIVERY))
    expect(waits).toEqual([
      10 * SECOND,
      20 * SECOND,
      40 * SECOND,
      5120 * SECOND,
      10_240 * SECOND,
      4 * HOUR,
      4 * HOUR,
      4 * HOUR,
    ])
  })

  test('are longer by chance, by a fifth at most', () => {
    expect(delayAfter(1, 0.5, WEBHOOK_DELIVERY)).toBe(11 * SECOND)
    expect(delayAfter(20, 1, WEBHOOK_DELIVERY)).toBe(4.8 * HOUR)
  })

  test('make some 28 attempts in three days', () => {
    let [at, attempts] = [0, 1]
    while (at < WEBHOOK_DELIVERY.giveUpAfterMs) at += delayAfter(attempts++, 0, WEBHOOK_DELIVERY)
    expect(attempts).toBe(29)
  })
})

test('the pauses of a circuit double from half a minute to an hour', () => {
  expect([1, 2, 7, 8, 50].map((count) => waitAfter(count, WEBHOOK_DELIVERY.pause))).toEqual([
    30 * SECOND,
    MINUTE,
    32 * MINUTE,
    HOUR,
    HOUR,
  ])
})

test('a lease outlasts an attempt', () => {
  expect(WEBHOOK_DELIVERY.leaseMs).toBeGreaterThan(2 * WEBHOOK_DELIVERY.timeoutMs)
})

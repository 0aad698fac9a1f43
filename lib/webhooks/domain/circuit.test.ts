import { describe, expect, test } from 'vitest'
import { afterFailure, type Circuit, CLOSED } from './circuit'

const limits = { failures: 5, pauseOf: (count: number) => count * 100 }

/** So many failures in a row, one each 10 ms. */
function fail(count: number, circuit: Circuit = CLOSED, { probe = false, now = 0 } = {}): Circuit {
  return Array.from({ length: count }).reduce<Circuit>(
    (state, _, index) => afterFailure(state, { probe, now: now + index * 10, limits }),
    circuit,
  )
}

describe('a circuit', () => {
  test('stays closed for four failures, and opens with the fifth', () => {
    expect(fail(4)).toEqual({ failures: 4, failingSince: 0, openUntil: null, pauses: 0 })
    expect(fail(5)).toEqual({ failures: 5, failingSince: 0, openUntil: 140, pauses: 1 })
  })

  test('pauses longer with every probe that fails', () => {
    const once = fail(1, fail(5), { probe: true, now: 1000 })
    expect(once).toMatchObject({ failures: 6, openUntil: 1200, pauses: 2 })
    expect(fail(1, once, { probe: true, now: 2000 })).toMatchObject({ failures: 7, openUntil: 2300, pauses: 3 })
  })

  test('keeps its pause when something that was under way before fails too', () => {
    expect(fail(1, fail(5), { now: 50 })).toEqual({ failures: 6, failingSince: 0, openUntil: 140, pauses: 1 })
  })
})

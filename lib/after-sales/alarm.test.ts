import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Alarm, createAlarm } from './alarm'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** After how many ms the sleep ends, when this is said after `at` ms of it, each. */
async function lengthOf(
  alarm: Alarm,
  ms: number,
  said: readonly { at: number; within: number }[] = [],
): Promise<number> {
  const begun = performance.now()
  let length: number | undefined
  const asleep = alarm.sleep(ms).then(() => {
    length = performance.now() - begun
  })
  for (const { at, within } of said) setTimeout(() => alarm.within(within), at)
  await vi.advanceTimersByTimeAsync(ms)
  await asleep
  return length ?? Number.NaN
}

describe('an alarm', () => {
  test.each([
    ['as long as it was told', [], 1000],
    ['less, when it is woken', [{ at: 100, within: 20 }], 120],
    [
      'as the first of a burst said',
      [
        { at: 100, within: 20 },
        { at: 110, within: 20 },
      ],
      120,
    ],
    [
      'as the sooner of two said',
      [
        { at: 100, within: 500 },
        { at: 110, within: 20 },
      ],
      130,
    ],
    ['no longer than it was told, whatever is said', [{ at: 990, within: 20 }], 1000],
  ])('lets sleep %s', async (_how, said, length) => {
    expect(await lengthOf(createAlarm(), 1000, said)).toBe(length)
  })

  test('remembers what was said before the sleep', async () => {
    const alarm = createAlarm()
    alarm.within(20)
    expect(await lengthOf(alarm, 1000)).toBe(20)
  })

  test('does not sleep at all when it is past what was said', async () => {
    const alarm = createAlarm()
    alarm.within(20)
    await vi.advanceTimersByTimeAsync(50)
    expect(await lengthOf(alarm, 1000)).toBe(0)
  })

  test('forgets it when it is told to', async () => {
    const alarm = createAlarm()
    alarm.within(20)
    alarm.clear()
    expect(await lengthOf(alarm, 1000)).toBe(1000)
  })
})

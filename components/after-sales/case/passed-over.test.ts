import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { passedOver, passOver } from './passed-over'

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
})
afterEach(() => {
  vi.useRealTimers()
})

test('what was left is passed over for a while, the last hundred of it', () => {
  passOver('AS1')
  vi.advanceTimersByTime(10 * 60_000)
  passOver('AS2')
  expect(passedOver()).toEqual(['AS1', 'AS2'])
  vi.advanceTimersByTime(6 * 60_000)
  expect(passedOver()).toEqual(['AS2'])
  passOver('AS1')
  expect(passedOver()).toEqual(['AS2', 'AS1'])
  for (let n = 0; n < 150; n++) passOver(`AS9${n}`)
  expect(passedOver()).toHaveLength(100)
  expect(passedOver().at(-1)).toBe('AS9149')
})

import { expect, test } from 'vitest'
import { daysIn, hoursIn, tellHours, tellShare, tellSpan } from './numbers'

const HOUR = 3_600_000

test('how long and how much of it, as the page writes them', () => {
  expect(daysIn(30 * 24 * HOUR)).toBe(30)
  expect(hoursIn(6 * HOUR)).toBe(6)
  expect(tellHours(18.66 * HOUR)).toBe('18.7')
  expect(tellSpan(52 * 60_000 + 59_999)).toBe('0:52')
  expect(tellSpan(6 * HOUR)).toBe('6:00')
  expect(tellShare(41, 126)).toBe('32.5')
  expect(tellShare(0, 0)).toBe('0')
})

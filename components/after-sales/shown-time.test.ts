import { expect, it } from 'vitest'
import { formatCountdown } from '@/lib/i18n/time'
import { shownTime, startOfDay } from './shown-time'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const dueAt = Date.parse('2026-03-14T09:26:00+08:00')

it.each([
  ['two days', 2 * DAY + 59_999, '2天 00:00'],
  ['a day', DAY, '1天 00:00'],
  ['just under a day', DAY - 1, '23:59:59'],
  ['an hour', HOUR + 999, '01:00:00'],
  ['nothing', 0, '00:00:00'],
])('shows the same digits with %s left', (_, left, digits) => {
  const now = dueAt - left
  expect(formatCountdown(dueAt - shownTime(dueAt, now), 'zh-CN')).toBe(digits)
  expect(formatCountdown(left, 'zh-CN')).toBe(digits)
})

it('turns when the digits turn, and not between', () => {
  const at = (left: number) => shownTime(dueAt, dueAt - left)
  expect(at(10_999)).toBe(at(10_001))
  expect(at(10_001)).not.toBe(at(9_999))
  expect(at(DAY + 59_999)).toBe(at(DAY + 1))
  expect(at(DAY + 1)).not.toBe(at(DAY - 1))
})

it('has passed only after the deadline itself', () => {
  expect(shownTime(dueAt, dueAt) > dueAt).toBe(false)
  expect(shownTime(dueAt, dueAt + 1) > dueAt).toBe(true)
})

it('begins the day at midnight in Shanghai', () => {
  expect(startOfDay(Date.parse('2026-03-12T00:00:00+08:00'))).toBe(Date.parse('2026-03-12T00:00:00+08:00'))
  expect(startOfDay(Date.parse('2026-03-12T23:59:59.999+08:00'))).toBe(Date.parse('2026-03-12T00:00:00+08:00'))
})

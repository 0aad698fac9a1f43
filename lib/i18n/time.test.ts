import { describe, expect, test } from 'vitest'
import {
  daysUntil,
  formatAbsolute,
  formatCountdown,
  formatDate,
  formatDay,
  formatForSheet,
  formatLong,
  formatTime,
  formatTimeWithSeconds,
  formatWeekday,
  formatWhen,
} from './time'

const at = (local: string) => Date.parse(`${local}+08:00`)
const now = at('2026-03-12T13:19:52')

describe('a day in a sentence', () => {
  test.each([
    ['2026-03-12T14:32:00', '今天 14:32', '14:32 today'],
    ['2026-03-12T00:00:00', '今天 00:00', '00:00 today'],
    ['2026-03-12T23:59:59.999', '今天 23:59', '23:59 today'],
    ['2026-03-13T00:00:00', '明天 00:00', '00:00 tomorrow'],
    ['2026-03-13T04:00:00', '明天 04:00', '04:00 tomorrow'],
    ['2026-03-14T09:26:00', '3月14日 09:26', '09:26 on 14 Mar'],
    ['2026-03-11T16:30:00', '3月11日 16:30', '16:30 on 11 Mar'],
    ['2025-12-30T08:05:00', '2025年12月30日 08:05', '08:05 on 30 Dec 2025'],
    ['2027-01-01T00:00:00', '2027年1月1日 00:00', '00:00 on 1 Jan 2027'],
  ])('%s', (local, zh, en) => {
    expect(formatDay(at(local), now, 'zh-CN')).toBe(zh)
    expect(formatDay(at(local), now, 'en')).toBe(en)
  })

  test('the year and the day turn at midnight in Shanghai, not in UTC', () => {
    const lastEvening = at('2026-12-31T23:30:00')
    expect(formatDay(at('2027-01-01T00:30:00'), lastEvening, 'zh-CN')).toBe('明天 00:30')
    expect(daysUntil(at('2027-01-01T00:30:00'), lastEvening)).toBe(1)
    expect(formatDay(at('2026-12-31T07:59:00'), at('2026-12-31T08:01:00'), 'en')).toBe('07:59 today')
  })
})

test.each([
  ['2026-03-12T11:48:00', '今天 11:48', 'Today 11:48'],
  ['2026-03-13T04:00:00', '明天 04:00', 'Tomorrow 04:00'],
  ['2026-03-10T14:32:00', '3月10日 14:32', '10 Mar 14:32'],
  ['2025-03-10T14:32:00', '2025年3月10日 14:32', '10 Mar 2025 14:32'],
])('%s standing alone', (local, zh, en) => {
  expect(formatWhen(at(local), now, 'zh-CN')).toBe(zh)
  expect(formatWhen(at(local), now, 'en')).toBe(en)
})

test('the absolute form names the zone', () => {
  expect(formatAbsolute(at('2026-03-12T13:38:16'), now, 'zh-CN')).toBe('今天 13:38 北京时间 (UTC+8)')
  expect(formatAbsolute(at('2026-03-12T13:38:16'), now, 'en')).toBe('13:38 today, Beijing time (UTC+8)')
  expect(formatAbsolute(at('2026-03-14T09:26:00'), now, 'en')).toBe('09:26 on 14 Mar, Beijing time (UTC+8)')
})

test('parts of an instant', () => {
  expect(formatTime(now)).toBe('13:19')
  expect(formatTimeWithSeconds(now)).toBe('13:19:52')
  expect(formatDate(now, now, 'zh-CN')).toBe('3月12日')
  expect(formatDate(now, now, 'en')).toBe('12 Mar')
  expect(formatLong(at('2026-03-25T14:32:59'), 'zh-CN')).toBe('2026年3月25日 14:32')
  expect(formatLong(at('2026-03-25T00:00:00'), 'en')).toBe('00:00 on 25 Mar 2026')
  expect(formatWeekday(at('2026-03-13T00:00:00'), 'en')).toBe('Fri')
  expect(formatWeekday(at('2026-03-15T23:59:59'), 'zh-CN')).toBe('周日')
})

describe('what is left', () => {
  const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000]
  test.each([
    [hour + 12 * minute + 8 * second, '01:12:08', '01:12:08'],
    [hour + 12 * minute + 8 * second + 999, '01:12:08', '01:12:08'],
    [day - 1, '23:59:59', '23:59:59'],
    [day, '1天 00:00', '1d 00:00'],
    [day + 3 * hour + 11 * minute + 59 * second, '1天 03:11', '1d 03:11'],
    [9 * day + 23 * hour + 59 * minute, '9天 23:59', '9d 23:59'],
    [1, '00:00:00', '00:00:00'],
    [0, '00:00:00', '00:00:00'],
    [-5 * hour, '00:00:00', '00:00:00'],
  ])('%i ms', (left, zh, en) => {
    expect(formatCountdown(left, 'zh-CN')).toBe(zh)
    expect(formatCountdown(left, 'en')).toBe(en)
  })
})

test.each([
  ['2026-03-12T13:19:52.900', '2026-03-12 13:19:52'],
  ['2027-01-01T00:00:00', '2027-01-01 00:00:00'],
])('%s in a sheet is %s, by the day of Shanghai', (local, sheet) => {
  expect(formatForSheet(at(local))).toBe(sheet)
})

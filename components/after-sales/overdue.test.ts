import { expect, test } from 'vitest'
import { frozenLeft } from './frozen-left'
import { formatOverdue } from './overdue'

const HOUR = 3_600_000

test.each([
  [0, '00:00', '00:00'],
  [59_999, '00:00', '00:00'],
  [2 * HOUR + 14 * 60_000, '02:14', '02:14'],
  [24 * HOUR - 1, '23:59', '23:59'],
  [24 * HOUR, '1天', '1d'],
  [12 * 24 * HOUR - 1, '11天', '11d'],
])('%d ms overdue', (ms, zh, en) => {
  expect([formatOverdue(ms, 'zh-CN'), formatOverdue(ms, 'en')]).toEqual([zh, en])
})

test.each([
  ['time left', 76 * HOUR, { left: '3天 04:00', over: 'no' }],
  ['the end itself', 0, { left: '00:00:00', over: 'no' }],
  ['a target that was missed', -HOUR, { left: '01:00:00', over: 'yes' }],
])('a clock that stands: %s', (_, ms, told) => {
  expect(frozenLeft(ms, 'zh-CN')).toEqual(told)
})

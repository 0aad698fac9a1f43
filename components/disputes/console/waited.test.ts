import { expect, test } from 'vitest'
import { formatWaited } from './waited'

const MINUTE = 60_000

test.each([
  [-1, '00:00', '00:00'],
  [15 * MINUTE + 59_999, '00:15', '00:15'],
  [24 * 60 * MINUTE - 1, '23:59', '23:59'],
  [24 * 60 * MINUTE, '1天 00:00', '1d 00:00'],
  [(52 * 60 + 10) * MINUTE, '2天 04:10', '2d 04:10'],
])('%d ms', (ms, zh, en) => {
  expect([formatWaited(ms, 'zh-CN'), formatWaited(ms, 'en')]).toEqual([zh, en])
})

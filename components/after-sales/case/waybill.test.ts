import { expect, test } from 'vitest'
import { readTrackingNo } from './waybill'

test.each([
  ['SF1447209366182', 'SF1447209366182'],
  [' SF1447 2093 6618 ', 'SF144720936618'],
  ['ＳＦ１４４７', 'SF1447'],
  ['JD-0001:2', 'JD-0001:2'],
  ['', ''],
  ['   ', ''],
  ['顺丰1447', null],
  ['-1447', null],
  ['1'.repeat(65), null],
  ['<script>', null],
])('%s', (text, number) => {
  expect(readTrackingNo(text)).toBe(number)
})

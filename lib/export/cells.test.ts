import { describe, expect, test } from 'vitest'
import { writeText, writeTime, writeYuan } from './cells'

describe('what would run as a formula is text', () => {
  test.each([
    '=1+1',
    '=HYPERLINK("http://x.example","点我")',
    '+8613800006021',
    '-2+3',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    ' =1+1',
    '\u00a0=1+1',
    '\u3000=1+1',
    '\u200b=1+1',
    '\ufeff=1+1',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    '﹦1+1',
    '\tplain',
  ])('%j', (text) => {
    expect(writeText(text)).toBe(`'${text}`)
  })
})

describe('what a spreadsheet would take for a number stays as it is', () => {
  test.each(['2603031129466210', '007', '1e5', '12E-3', '3-5', '2026/3/5', '12.50', '1,000'])('%s', (text) => {
    expect(writeText(text)).toBe(`${text}\t`)
  })
})

test.each([
  '',
  '羊毛围巾 浅灰',
  'AS26031000417',
  "it's",
  '5 件装 "礼盒", 红',
  '两行\n字',
  '🧣',
  'a=b',
  '价格-100',
  'E2E',
  '5E',
])('%j is written as it is', (text) => {
  expect(writeText(text)).toBe(text)
})

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [12800, '128.00'],
  [2_000_000_000, '20000000.00'],
])('%i fen are %s yuan', (fen, yuan) => {
  expect(writeYuan(fen)).toBe(yuan)
})

test('an instant is written in Beijing time', () => {
  expect(writeTime(new Date('2026-03-12T16:30:00.500Z'))).toBe('2026-03-13 00:30:00')
})

import { describe, expect, test } from 'vitest'
import { fillVariables, findUnfilled, findUnknown, LANGUAGES, VARIABLES, writeVariable } from './variables'

const VALUES = {
  buyer: '沈**',
  caseNo: 'AS26031200871',
  orderNo: 'NZ2603',
  goods: '羊毛围巾',
  amount: '¥128.00',
  deadline: null,
  agent: '林晓',
}
const fill = (text: string) =>
  fillVariables(text, (variable, language) => {
    const value = VALUES[variable]
    return value !== null && variable === 'goods' && language === 'en' ? `${value} (en)` : value
  })

describe('filling', () => {
  test.each([
    ['您好 {买家}，退款 {金额}', '您好 沈**，退款 ¥128.00'],
    ['{单号} {订单号} {客服}', 'AS26031200871 NZ2603 林晓'],
    ['{buyer}{BUYER}{Buyer}', '沈**沈**沈**'],
    ['｛买家｝ and { 买家 } and {　买家　}', '沈** and 沈** and 沈**'],
    ['{商品}, {goods}', '羊毛围巾, 羊毛围巾 (en)'],
    ['{截止时间} 前', '{截止时间} 前'],
    ['{颜色} stays', '{颜色} stays'],
    ['{} { } {1} {a b} {a,b} {"a":1} {买家', '{} { } {1} {a b} {a,b} {"a":1} {买家'],
    ['{{买家}}', '{沈**}'],
    ['买家 {\n买家}', '买家 {\n买家}'],
    ['', ''],
  ])('%j gives %j', (text, filled) => {
    expect(fill(text)).toBe(filled)
  })

  test('does not look at what it has put in, and takes no pattern for one', () => {
    expect(fillVariables('{买家} {金额}', (variable) => (variable === 'buyer' ? '{金额}$&$1' : '¥1.00'))).toBe(
      '{金额}$&$1 ¥1.00',
    )
  })

  test.each(LANGUAGES)('every name of %s is filled', (language) => {
    for (const variable of VARIABLES) expect(fillVariables(writeVariable(variable, language), () => 'x')).toBe('x')
  })
})

describe('finding', () => {
  test.each([
    ['退 {金额}，{金额} 到 {颜色} {买加}', ['{金额}'], ['颜色', '买加']],
    ['{AMOUNT} ｛截止时间｝', ['{AMOUNT}', '｛截止时间｝'], []],
    ['{colour} {colour}', [], ['colour']],
    ['{} {1a} {a-b} { 颜 色 }', [], []],
    [`{${'a'.repeat(20)}} {${'a'.repeat(21)}}`, [], ['a'.repeat(20)]],
    ['{constructor} {toString}', [], ['constructor', 'toString']],
  ])('in %j: unfilled %j, unknown %j', (text, unfilled, unknown) => {
    expect(findUnfilled(text)).toEqual(unfilled)
    expect(findUnknown(text)).toEqual(unknown)
  })
})

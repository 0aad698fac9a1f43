import { describe, expect, test } from 'vitest'
import { findIn, rank } from './matching'

const approve = { label: '同意退款 ¥128.00', words: '同意 退款 approve refund' }
const keys = { label: 'API 密钥', words: '密钥 api keys' }

describe('a text is found', () => {
  test.each([
    ['nothing is asked for', '', approve, 0],
    ['at the beginning of the label', '同意', approve, 0],
    ['within the label', '退款', approve, 2],
    ['where a word of the label begins', 'key', { label: 'Monkeys and keys', words: '' }, 12],
    ['by its amount', '128', approve, 6],
    ["by the other language's word", 'approve', approve, 1006],
    ['whatever its case', 'APPROVE', approve, 1006],
    ['in full width', 'ａｐｉ', keys, 0],
    ['over a blank that the label has', 'api密钥', keys, 0],
    ['part by part', '密钥 api', keys, 0],
    ['with blanks around it', '  同意  ', approve, 0],
  ])('%s', (_, text, one, place) => {
    expect(findIn(text, one)).toBe(place)
  })

  test.each([
    ['not there', '导出'],
    ['there in one part only', '同意 导出'],
    ['letters that are there, but not side by side', '同退'],
    ['within a Latin word', 'fund'],
  ])('but not when it is %s', (_, text) => {
    expect(findIn(text, approve)).toBeNull()
  })
})

test('what has it earlier comes first, what has it in the label before what is only known by it, and ties stay as they were', () => {
  const all = [
    { label: '设置', words: '退款' },
    { label: '重试退款', words: '' },
    { label: '退款中', words: '' },
    { label: '退款', words: '' },
    { label: '规则', words: '条款' },
  ]
  expect(rank('退款', all, (one) => one).map(({ label }) => label)).toEqual(['退款中', '退款', '重试退款', '设置'])
})

import { describe, expect, test } from 'vitest'
import { ADDRESSES_PER_SHOP, type BookedAddress, refuseAddition, refuseRemoval, refuseRewriting } from './address-book'

const addressOf = (n: number, isDefault = false): BookedAddress => ({
  id: `a${n}`,
  name: '南栀售后',
  phone: '0575-84110288',
  region: '浙江省 绍兴市 柯桥区',
  detail: `纺都路 88 号 ${n} 号仓`,
  isDefault,
})
const FIRST = addressOf(1, true)
const SECOND = addressOf(2)
const BOOK = [FIRST, SECOND]
const full = Array.from({ length: ADDRESSES_PER_SHOP }, (_, n) => addressOf(n + 1, n === 0))

describe('one more address', () => {
  test.each([
    ['the first', [], addressOf(1), null],
    ['another', BOOK, addressOf(3), null],
    ['one that is there', BOOK, SECOND, { code: 'addressKnown', id: 'a2' }],
    ['the last that fits', full.slice(1), addressOf(99), null],
    ['one too many', full, addressOf(99), { code: 'tooManyAddresses', max: ADDRESSES_PER_SHOP }],
    ['one that is there, where no more fit', full, SECOND, { code: 'addressKnown', id: 'a2' }],
  ])('%s', (_, book, text, refusal) => {
    expect(refuseAddition(book, text)).toEqual(refusal)
  })
})

describe('rewriting', () => {
  test.each([
    ['one as it was read', 'a2', SECOND, addressOf(3), null],
    ['one into itself', 'a2', SECOND, SECOND, null],
    ['one into another', 'a2', SECOND, FIRST, { code: 'addressKnown', id: 'a1' }],
    ['one that reads otherwise by now', 'a2', addressOf(4), addressOf(3), { code: 'addressChanged' }],
    ['one that is gone', 'a9', SECOND, addressOf(3), { code: 'addressUnknown' }],
  ])('%s', (_, id, seen, text, refusal) => {
    expect(refuseRewriting(BOOK, id, { seen, text })).toEqual(refusal)
  })
})

describe('deleting', () => {
  test.each([
    ['one that nothing goes to', BOOK, 'a2', 0, null],
    ['the default', BOOK, 'a1', 0, { code: 'addressIsDefault' }],
    ['the only one', [FIRST], 'a1', 0, { code: 'addressIsLast' }],
    ['one that goods are under way to', BOOK, 'a2', 3, { code: 'addressInUse', cases: 3 }],
    ['one that is gone', BOOK, 'a9', 0, { code: 'addressUnknown' }],
  ])('%s', (_, book, id, underWay, refusal) => {
    expect(refuseRemoval(book, id, underWay)).toEqual(refusal)
  })
})

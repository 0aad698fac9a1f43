import { describe, expect, it } from 'vitest'
import {
  bulkSelectionOf,
  dropNos,
  isNothing,
  isPicked,
  keepListed,
  NOTHING,
  type Pickable,
  pickRows,
  rangeOf,
  type Selection,
  signatureOf,
  sumOf,
} from './selection'

const row = (no: string, change: Partial<Pickable> = {}): Pickable => ({
  no,
  version: 1,
  amountFen: 1000,
  currency: 'CNY',
  ...change,
})
const rows = (nos: string) => [...nos].map((no) => row(no))
const picked = (nos: string): Selection => pickRows(NOTHING, rows(nos))
const ALL: Selection = { all: true, except: new Set() }
const nosOf = (selection: Selection) => (selection.all ? '*' : [...selection.picked.keys()].join(''))

describe('picking', () => {
  it('takes rows in and out, each once', () => {
    const selection = pickRows(picked('abc'), rows('bcd'))
    expect(nosOf(selection)).toBe('abcd')
    expect(nosOf(dropNos(selection, 'ad'))).toBe('bc')
    expect(isNothing(dropNos(selection, 'abcd'))).toBe(true)
  })

  it('of all that match notes the exceptions', () => {
    const selection = dropNos(ALL, 'bc')
    expect(['a', 'b', 'c'].map((no) => isPicked(selection, no))).toEqual([true, false, false])
    expect(isPicked(pickRows(selection, rows('b')), 'b')).toBe(true)
  })

  it.each([
    ['a', 'c', 'abc'],
    ['c', 'a', 'abc'],
    ['b', 'b', 'b'],
    [null, 'b', ''],
    ['x', 'b', ''],
  ])('reaches from %s to %s', (from, to, reached) => {
    expect(
      rangeOf(rows('abcd'), from, to)
        .map(({ no }) => no)
        .join(''),
    ).toBe(reached)
  })
})

describe('a list that changes', () => {
  it.each([
    { given: 'nothing gone', before: 'abcd', now: 'abcd', hasMore: false, kept: 'bd' },
    { given: 'one gone from the middle', before: 'abcd', now: 'acd', hasMore: true, kept: 'd' },
    {
      given: 'new ones above that push the last out of what is loaded',
      before: 'abcd',
      now: 'xyab',
      hasMore: true,
      kept: 'bd',
    },
    { given: 'the last gone from a list that is loaded whole', before: 'abcd', now: 'abc', hasMore: false, kept: 'b' },
    { given: 'none there any more', before: 'abcd', now: '', hasMore: false, kept: '' },
    { given: 'one that was selected before it was loaded', before: 'abc', now: 'abc', hasMore: true, kept: 'bd' },
  ])('given $given, keeps $kept', ({ before, now, hasMore, kept }) => {
    const { selection, left } = keepListed(
      picked('bd'),
      { rows: rows(before), hasMore: true },
      { rows: rows(now), hasMore },
    )
    expect(nosOf(selection)).toBe(kept)
    expect(left).toBe(2 - kept.length)
  })

  it('stays the same value when nothing of it changed, and knows a newer version', () => {
    const selection = picked('ab')
    const before = { rows: rows('ab'), hasMore: false }
    expect(keepListed(selection, before, { rows: rows('cab'), hasMore: false }).selection).toBe(selection)
    const newer = keepListed(selection, before, { rows: [row('a', { version: 2 }), row('b')], hasMore: false })
    expect(newer.left).toBe(0)
    expect(signatureOf(newer.selection)).toBe('a:2 b:1')
  })
})

describe('what is asked of the server', () => {
  it('are the numbers, or the list and its exceptions', () => {
    expect(bulkSelectionOf(picked('ab'), 'tab=BUYER')).toEqual({ nos: ['a', 'b'] })
    expect(bulkSelectionOf(dropNos(ALL, 'b'), 'tab=BUYER')).toEqual({ query: 'tab=BUYER', except: ['b'] })
  })

  it('adds up one currency only', () => {
    expect(sumOf(picked('abc'))).toEqual({ amountFen: 3000, currency: 'CNY' })
    expect(sumOf(pickRows(picked('a'), [row('b', { currency: 'USD' })]))).toBeNull()
    expect(sumOf(ALL)).toBeNull()
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestRise } from './longest-rise'
import { type Attention, advance, type Groups, type Steady, settle } from './steady'

type Row = { no: string; v: number }

const NOBODY = new Set<string>()
// one object for each number and version, as the browser's store of answers gives them
const rows = new Map<string, Row>()
function rowOf(text: string): Row {
  const row = rows.get(text) ?? { no: text.replace(/\d/, ''), v: Number(/\d/.exec(text)?.[0] ?? 0) }
  rows.set(text, row)
  return row
}
/** `'AB|C'`: A and B under one heading, C under another; a digit is a newer version. */
const groupsOf = (text: string): Groups<Row> =>
  text.split('|').map((group) => (group.match(/[A-Z]\d?/g) ?? []).map(rowOf))
/** As it stands there: what is gone in small letters. */
const textOf = ({ groups }: Steady<Row>) =>
  groups
    .map((shown) => shown.map(({ row, gone }) => (gone ? row.no.toLowerCase() : `${row.no}${row.v || ''}`)).join(''))
    .join('|')

type Step = { fresh: string; attention?: Attention; decided?: string; id?: string }
function show(first: string, ...steps: Step[]): Steady<Row> {
  const begin: Steady<Row> = settle({ id: 'list', fresh: groupsOf(first), decided: NOBODY })
  return steps.reduce((before, { fresh, attention = 'BUSY', decided, id = 'list' }) => {
    const set = decided === undefined ? before.decided : new Set(decided)
    return advance(before, { id, fresh: groupsOf(fresh), decided: set }, attention)
  }, begin)
}

describe('with nobody at the list', () => {
  it.each([
    ['a new one', 'ABC', 'AXBC'],
    ['one that left', 'ABC', 'AC'],
    ['another order', 'ABC', 'CAB'],
    ['none left', 'ABC', ''],
  ])('shows %s at once', (_, first, fresh) => {
    expect(textOf(show(first, { fresh, attention: 'NONE' }))).toBe(fresh)
  })
})

describe('under somebody’s eyes', () => {
  it.each([
    ['known rows say what is new in their place', 'ABC', 'AB1C', 'AB1C', 0],
    ['a new one waits', 'ABC', 'AXBC', 'ABC', 1],
    ['a new one at the top waits', 'ABC', 'XABC', 'ABC', 1],
    ['one that left keeps its place', 'ABC', 'AC', 'AbC', 1],
    ['all that left keep theirs', 'ABC', '', 'abc', 3],
    ['a row that moves up stays', 'ABC', 'CAB', 'ABC', 1],
    ['a row that moves down stays, and is one', 'ABCDE', 'BCDEA', 'ABCDE', 1],
    ['what moves says what is new', 'ABC', 'C1AB', 'ABC1', 1],
    ['all at once are counted together', 'ABCD', 'XDAC', 'AbCD', 3],
    ['the next page comes below', 'ABC', 'ABCDE', 'ABCDE', 0],
    ['the next page comes below what moved down', 'ABC', 'BCADE', 'ABCDE', 1],
    ['of a page with a new one before it only that waits', 'ABC', 'AXBCDE', 'ABCDE', 1],
    ['an empty list fills', '', 'AB', 'AB', 0],
    ['under the last heading rows come below', 'AB|C', 'AB|CD', 'AB|CD', 0],
    ['under another they would push the rest down, so they wait', 'AB|C', 'ABX|C', 'AB|C', 1],
    ['under the last that has any', 'AB|', 'ABX|', 'ABX|', 0],
    ['and under those after it', 'AB', 'ABX|CD', 'ABX|CD', 0],
    ['under all of them while there are none', '|', 'AB|C', 'AB|C', 0],
    ['a row that goes under another heading stays', 'AB|CD', 'ABC1|D', 'AB|C1D', 1],
  ])('%s', (_, first, fresh, shown, waiting) => {
    const list = show(first, { fresh })
    expect([textOf(list), list.waiting]).toEqual([shown, waiting])
  })

  it.each<[string, string, Step[], string, number]>([
    ['one that comes back is no ghost any more', 'ABC', [{ fresh: 'AC' }, { fresh: 'AB1C' }], 'AB1C', 0],
    ['ghosts stay with each answer', 'ABC', [{ fresh: 'AC' }, { fresh: 'A' }], 'Abc', 2],
    ['one that came and left again was never there', 'ABC', [{ fresh: 'AXBC' }, { fresh: 'ABC' }], 'ABC', 0],
    ['all of it comes once nobody is there', 'ABC', [{ fresh: 'XCA' }, { fresh: 'XCA', attention: 'NONE' }], 'XCA', 0],
    ['another list is shown as it is', 'ABC', [{ fresh: 'XY', id: 'other' }], 'XY', 0],
    ['other headings are shown as they are', 'AB|C', [{ fresh: 'CX' }], 'CX', 0],
  ])('%s', (_, first, steps, shown, waiting) => {
    const list = show(first, ...steps)
    expect([textOf(list), list.waiting]).toEqual([shown, waiting])
  })
})

describe('with the focus at rest', () => {
  it.each([
    ['rows close up', 'ABC', 'AC', 'AC', 0],
    ['rows change places', 'ABC', 'CAB', 'CAB', 0],
    ['a new one waits, and all else with it', 'ABC', 'XAC', 'AbC', 2],
  ])('%s', (_, first, fresh, shown, waiting) => {
    const list = show(first, { fresh, attention: 'RESTING' })
    expect([textOf(list), list.waiting]).toEqual([shown, waiting])
  })

  it('what was held closes up when the last key was long ago', () => {
    expect(textOf(show('ABC', { fresh: 'AC' }, { fresh: 'AC', attention: 'RESTING' }))).toBe('AC')
  })
})

describe('what was decided here', () => {
  it.each<[string, Step[], string, boolean]>([
    ['folds away at once', [{ fresh: 'AC', decided: 'B' }], 'AC', true],
    ['folds away if it was a ghost already', [{ fresh: 'AC' }, { fresh: 'AC', decided: 'B' }], 'AC', true],
    ['stays where it is while it is in the list', [{ fresh: 'AB1C', decided: 'B' }], 'AB1C', false],
    ['goes with nobody at the list too', [{ fresh: 'AC', decided: 'B', attention: 'NONE' }], 'AC', true],
    ['takes no other along', [{ fresh: 'C', decided: 'B' }], 'aC', true],
    ['does not let a new one in', [{ fresh: 'XAC', decided: 'B' }], 'AC', true],
    ['has folded when the next answer comes', [{ fresh: 'AC', decided: 'B' }, { fresh: 'A1C' }], 'A1C', false],
  ])('%s', (_, steps, shown, folded) => {
    const list = show('ABC', ...steps)
    expect([textOf(list), list.folded]).toEqual([shown, folded])
  })
})

describe('whatever comes', () => {
  const letters = fc.uniqueArray(fc.constantFrom(...'ABCDEFGH'), { maxLength: 8 }).map((all) => all.join(''))
  const step = fc.record({ fresh: letters, attention: fc.constantFrom<Attention>('NONE', 'RESTING', 'BUSY') })

  it('a row that is shown under somebody’s eyes stays at its place', () => {
    fc.assert(
      fc.property(letters, fc.array(step, { maxLength: 4 }), letters, (first, steps, fresh) => {
        const before = show(first, ...steps)
        const after = advance(before, { ...before, fresh: groupsOf(fresh) }, 'BUSY')
        expect(textOf(after).toUpperCase().startsWith(textOf(before).toUpperCase())).toBe(true)
      }),
    )
  })

  it('nothing waits exactly when what is shown is what there is, and the same again changes nothing', () => {
    fc.assert(
      fc.property(letters, fc.array(step, { minLength: 1, maxLength: 4 }), (first, steps) => {
        const list = show(first, ...steps)
        const fresh = list.fresh.map((group) => group.map(({ no }) => no).join('')).join('|')
        expect(list.waiting === 0).toBe(textOf(list) === fresh)
        expect(advance(list, { ...list, fresh: groupsOf(fresh) }, 'BUSY')).toBe(list)
      }),
    )
  })
})

it.each([
  [[], 0],
  [[1], 1],
  [[1, 2, 3], 3],
  [[3, 2, 1], 1],
  [[2, 3, 4, 1], 3],
  [[5, 1, 6, 2, 3], 3],
])('the longest rise of %j is %i', (numbers, length) => {
  expect(longestRise(numbers)).toBe(length)
})

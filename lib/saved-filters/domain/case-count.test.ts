import { expect, it } from 'vitest'
import { COUNTED_UP_TO, caseCountText, countOf, ROWS_LOOKED_AT } from './case-count'

it.each([
  ['nothing among few', { matches: 0, rows: 12 }, '0'],
  ['some among few', { matches: 12, rows: 40 }, '12'],
  ['some among all that were looked at', { matches: 12, rows: ROWS_LOOKED_AT }, '12+'],
  ['nothing among all that were looked at', { matches: 0, rows: ROWS_LOOKED_AT }, '0+'],
  ['the most that is told', { matches: COUNTED_UP_TO, rows: COUNTED_UP_TO }, '999'],
  ['one more than is told', { matches: COUNTED_UP_TO + 1, rows: COUNTED_UP_TO + 1 }, '999+'],
])('says of %s what it knows', (_, counted, text) => {
  expect(caseCountText(countOf(counted))).toBe(text)
})

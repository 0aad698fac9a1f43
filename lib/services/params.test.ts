import { expect, it } from 'vitest'
import { asOrigin, boardBehind, boardQuery, parseBoardParams } from './params'

const parse = (query: string) => parseBoardParams(new URLSearchParams(query))

it('the board in the URL is what there is to do, of every type, if it says nothing', () => {
  expect(parse('')).toEqual({ filter: { type: undefined }, column: 'TODO' })
})

it.each(['type=REPAIR&column=ACTIVE', 'type=COMPLAINT', 'column=DONE', ''])('says as it was read: %s', (query) => {
  expect(boardQuery(parse(query))).toBe(query && `?${query}`)
})

it.each(['type=REFUND_ONLY', 'type=repair', 'column=SENT_BACK', 'type=&column='])(
  'takes nonsense for nothing: %s',
  (query) => {
    expect(parse(query)).toEqual(parse(''))
  },
)

it.each(['type=REPAIR&column=ACTIVE', ''])('a case leads back to the board that it was opened on: %s', (query) => {
  expect(boardBehind(asOrigin(parse(query)))).toEqual(parse(query))
})

it.each([null, '', 'https://elsewhere.example', '//elsewhere.example/services', '/services'])(
  'no other place leads to the board: %s',
  (from) => {
    expect(boardBehind(from)).toBeNull()
  },
)

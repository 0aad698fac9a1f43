import { describe, expect, test } from 'vitest'
import type { QuickReply } from './quick-reply'
import { addReply, type ChangedList, moveReply, REPLIES_PER_KIND, removeReply, rewriteReply } from './reply-list'

const replyOf = (id: string, title = id): QuickReply => ({ id, title, text: `text ${id}`, reasonCode: null })
const LIST = ['a', 'b', 'c'].map((id) => replyOf(id))
const full = Array.from({ length: REPLIES_PER_KIND }, (_, n) => replyOf(`r${n}`))
const outcome = (changed: ChangedList) =>
  changed.ok ? changed.list.map(({ id }) => id).join('') : changed.refusal.code

test.each([
  ['another', LIST, replyOf('d'), 'abcd'],
  ['the first', [], replyOf('a'), 'a'],
  ['one with a title that is there', LIST, replyOf('d', 'B'), 'titleTaken'],
  ['one too many', full, replyOf('d'), 'tooManyReplies'],
])('adding %s', (_, list, reply, expected) => {
  expect(outcome(addReply(list, reply))).toBe(expected)
})

describe('rewriting', () => {
  test.each([
    ['one as it was read', 'b', replyOf('b'), replyOf('', 'x'), 'abc'],
    ['one, its title kept', 'b', replyOf('b'), { ...replyOf('b'), text: 'other' }, 'abc'],
    ['one to a title that is there', 'b', replyOf('b'), replyOf('', 'C'), 'titleTaken'],
    ['one that reads otherwise by now', 'b', replyOf('x'), replyOf('', 'y'), 'replyChanged'],
    ['one that is gone', 'z', replyOf('z'), replyOf('', 'y'), 'replyUnknown'],
  ])('%s', (_, id, seen, text, expected) => {
    expect(outcome(rewriteReply(LIST, id, { seen, text }))).toBe(expected)
  })

  test('keeps its id and its place', () => {
    const text = { title: 'x', text: 'y', reasonCode: 'OTHER' }
    const changed = rewriteReply(LIST, 'b', { seen: replyOf('b'), text })
    expect(changed.ok && changed.list[1]).toEqual({ id: 'b', ...text })
  })
})

test.each([
  ['b', 'UP', 'bac'],
  ['b', 'DOWN', 'acb'],
  ['a', 'UP', 'abc'],
  ['c', 'DOWN', 'abc'],
  ['z', 'UP', 'replyUnknown'],
] as const)('moving %s %s gives %s', (id, direction, expected) => {
  expect(outcome(moveReply(LIST, id, direction))).toBe(expected)
})

test.each([
  ['b', 'ac'],
  ['z', 'replyUnknown'],
])('deleting %s gives %s', (id, expected) => {
  expect(outcome(removeReply(LIST, id))).toBe(expected)
})

import { describe, expect, test } from 'vitest'
import { findDifferences } from './support/abridged-json'

describe('An answer is as a document shows it', () => {
  test.each([
    ['{"a": 1, "b": [true, null]}', '{"b":[true,null],"a":1}'],
    ['{"a": 1, …}', '{"a":1,"b":2}'],
    ['{…, "a": 1}', '{"a":1,"b":2}'],
    ['{"a": …}', '{"a":{"b":2}}'],
    ['[1, …]', '[1,2,3]'],
    ['[{"a": [1, …], …}, …]', '[{"a":[1],"b":2}]'],
    ['{"key": "ak_…"}', '{"key":"ak_1.2"}'],
    ['{"text": "a, {…"}', '{"text":"a, {b\\nc"}'],
    ['{"at": "2026-03-25T08:00:00.000Z"}', '{"at":"1999-12-31T23:59:59.999Z"}'],
    ['{"no": "AS1", "refund": "RF1"}', '{"no":"AS2611","refund":"RF2611"}'],
    ['{"id": "68d2080d-0001-4ed2-9424-ea4e6d8f2bf0"}', '{"id":"ae199308-73db-47be-a607-c7b909ce10aa"}'],
  ])('%s shows %s', (shown, answer) => {
    expect(findDifferences(shown, answer)).toEqual([])
  })
})

describe('An answer is not as a document shows it', () => {
  test.each([
    ['{"a": 1}', '{"a":2}', 'the answer.a is 2, not 1'],
    ['{"a": 1}', '{"a":"1"}', 'the answer.a is "1", not 1'],
    ['{"a": null, …}', '{"b":1}', 'the answer.a is missing'],
    ['{"a": …}', '{}', 'the answer.a is missing'],
    ['{"a": 1}', '{"a":1,"b":2}', 'the answer.b is not shown'],
    ['{"a": {}}', '{"a":[]}', 'the answer.a is [], not {}'],
    ['[1]', '[1,2]', 'the answer has 2 items, not 1'],
    ['[1, 2, …]', '[1]', 'the answer.1 is missing'],
    ['{"text": "a…"}', '{"text":"a"}', 'the answer.text is "a", not "a…"'],
    ['{"text": "a.c"}', '{"text":"abc"}', 'the answer.text is "abc", not "a.c"'],
    [
      '{"at": "2026-03-25T08:00:00.000Z"}',
      '{"at":"2026-03-25"}',
      'the answer.at is "2026-03-25", not "2026-03-25T08:00:00.000Z"',
    ],
    ['{"no": "AS1"}', '{"no":"RF1"}', 'the answer.no is "RF1", not "AS1"'],
  ])('%s does not show %s', (shown, answer, difference) => {
    expect(findDifferences(shown, answer)).toEqual([difference])
  })
})

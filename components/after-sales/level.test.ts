import { expect, it } from 'vitest'
import { decidesAt, levelOf, targetLevelOf } from './level'

const HOUR = 3_600_000
const limitMs = 48 * HOUR

it.each([
  ['more than half left', 24 * HOUR + 1, 'calm'],
  ['exactly half left', 24 * HOUR, 'half'],
  ['exactly six hours left', 6 * HOUR, 'half'],
  ['just under six hours', 6 * HOUR - 1, 'h6'],
  ['exactly an hour', HOUR, 'h6'],
  ['just under an hour', HOUR - 1, 'h1'],
  ['the deadline itself', 0, 'h1'],
  ['a millisecond after it', -1, 'passed'],
])('%s', (_, left, level) => {
  expect(levelOf({ dueAt: left, limitMs }, 0).level).toBe(level)
})

it('tells what remains of the limit', () => {
  expect(levelOf({ dueAt: 12 * HOUR, limitMs }, 0).left).toBe(25)
  expect(levelOf({ dueAt: 60 * HOUR, limitMs }, 0).left).toBe(100)
})

it.each([
  ['in time', 24 * HOUR + 1, { level: 'calm', left: 50 }],
  ['at its end', 0, { level: 'h1', left: 0 }],
  ['a millisecond after it', -1, { level: 'h1', left: 100 }],
  ['long after it', -90 * HOUR, { level: 'h1', left: 100 }],
])('a target %s', (_, left, { level, left: remains }) => {
  expect(targetLevelOf({ dueAt: left, limitMs }, 0).level).toBe(level)
  expect(targetLevelOf({ dueAt: left, limitMs }, 0).left).toBeCloseTo(remains, 1)
})

it('decides nothing by a target', () => {
  expect(decidesAt({ kind: 'REVIEW', dueAt: 5 })).toBe(5)
  expect(decidesAt({ kind: 'SERVICE_CONFIRM', dueAt: 5 })).toBe(5)
  expect(decidesAt({ kind: 'SERVICE_ANSWER', dueAt: 5 })).toBeUndefined()
  expect(decidesAt(null)).toBeUndefined()
})

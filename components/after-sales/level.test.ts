import { expect, it } from 'vitest'
import { levelOf } from './level'

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

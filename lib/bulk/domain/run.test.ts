import { expect, test } from 'vitest'
import { endOf, onConfirm, onStop } from './run'

test.each([
  ['PREPARED', 'BEGIN', 'FORGET'],
  ['RUNNING', 'NOTHING', 'END'],
  ['STOPPED', 'NOTHING', 'NOTHING'],
  ['DONE', 'NOTHING', 'NOTHING'],
] as const)('a run that is %s: confirming does %s, stopping %s', (state, confirmed, stopped) => {
  expect(onConfirm(state)).toBe(confirmed)
  expect(onStop(state)).toBe(stopped)
})

test('a run that was stopped too late to keep anything from its turn is done', () => {
  expect([endOf(1), endOf(0)]).toEqual(['STOPPED', 'DONE'])
})

import { expect, test } from 'vitest'
import { scaleOf } from './scale'

test.each([
  [0, [1]],
  [1, [1]],
  [4, [1, 2, 3, 4]],
  [6, [2, 4, 6]],
  [23, [5, 10, 15, 20, 25]],
  [51, [20, 40, 60]],
  [1_204, [500, 1_000, 1_500]],
])('%i cases at most: lines at %j', (highest, marks) => {
  expect(scaleOf(highest)).toEqual({ top: marks.at(-1), marks })
})

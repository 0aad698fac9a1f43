import { expect, it } from 'vitest'
import { placesIn, windowOf } from './row-window'

it.each([
  ['at the top', 0, { from: 0, to: 24 }],
  ['a little scrolled', 40, { from: 0, to: 24 }],
  ['in the middle', 6000, { from: 92, to: 124 }],
  ['a list that begins below what is seen', -1200, { from: 0, to: 4 }],
  ['a list that begins far below', -6000, { from: 0, to: 0 }],
  ['on the way back up past its beginning', -60, { from: 0, to: 24 }],
])('renders what is seen and some around it: %s', (_, above, rows) => {
  expect(windowOf({ above, viewHeight: 900, rowHeight: 60 })).toEqual(rows)
})

it.each([
  ['those in the window', { from: 2, to: 5 }, 10, [], [2, 3, 4]],
  ['no more than there are', { from: 2, to: 50 }, 4, [], [2, 3]],
  ['the one with the focus too, in its place', { from: 4, to: 6 }, 10, [9, 0], [0, 4, 5, 9]],
  ['each of them once', { from: 0, to: 2 }, 10, [1, -1, 1], [0, 1]],
])('renders %s', (_, rows, count, also, places) => {
  expect(placesIn(rows, count, also)).toEqual(places)
})

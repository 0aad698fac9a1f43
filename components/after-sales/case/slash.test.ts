import { expect, test } from 'vitest'
import { findSlash } from './slash'

test.each([
  ['/', { from: 0, query: '' }],
  ['/照片', { from: 0, query: '照片' }],
  ['／照', { from: 0, query: '照' }],
  ['、照', { from: 0, query: '照' }],
  ['您好 /照', { from: 3, query: '照' }],
  ['您好\n/', { from: 3, query: '' }],
  ['您好\n、退', { from: 3, query: '退' }],
  ['', null],
  ['您好', null],
  ['1/2', null],
  ['苹果 、梨', null],
  ['/照片 好', null],
  ['https://a', null],
  ['//', null],
])('in %j one looks for %j', (text, slash) => {
  expect(findSlash(text, text.length)).toEqual(slash)
})

test('only what stands before the cursor counts', () => {
  expect(findSlash('/照片', 2)).toEqual({ from: 0, query: '照' })
  expect(findSlash('/照片', 0)).toBeNull()
})

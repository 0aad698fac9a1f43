import { expect, test } from 'vitest'
import { isCommonPassword } from './common-passwords'

test.each([
  ['what many have', 'Password123', true],
  ['a town that many are from', 'Manchester', true],
  ['the same with a sign behind it', '1q2w3e4r5t!', true],
  ['a short one that signs make long', 'dragon!!!!', true],
  ['a declaration of love that millions made', 'woaini1314', true],
  ['the trade and a row of digits, with a space', 'shop 123456', true],
  ['such a one and something of his own', 'woaini1314 南栀', false],
  ['signs alone', '!?!*!?!*!?', false],
  ['nothing', '', false],
])('%s', (_, password, is) => {
  expect(isCommonPassword(password)).toBe(is)
})

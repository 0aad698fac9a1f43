import { expect, test } from 'vitest'
import { PASSWORD_MAX, PASSWORD_MIN, refusePassword } from './password'

const whose = { email: 'linxiaoqing@nanzhi.example', name: '林晓 清' }

test.each([
  ['short by one', 'abcdefghi', 'passwordLength'],
  ['just long enough', 'abcdefghij', null],
  ['of any script, by characters', '电池马订书机正确天气好', null],
  ['of emoji, by characters and not by halves', '🧵🪡🧶👕👖🧣', 'passwordLength'],
  ['with spaces, which count', 'a b c d e ', null],
  ['as long as may be', 'abcdefghij'.repeat(PASSWORD_MAX / 10), null],
  ['too long', `${'abcdefghij'.repeat(PASSWORD_MAX / 10)}x`, 'passwordLength'],
  ['the address', 'linxiaoqing@nanzhi.example', 'passwordObvious'],
  ['what stands before the @', 'LinXiaoQing', 'passwordObvious'],
  ['one key over and over', 'a'.repeat(PASSWORD_MIN), 'passwordObvious'],
  ['what many have', 'Password123', 'passwordCommon'],
  ['the same with a sign behind it', '1q2w3e4r5t!', 'passwordCommon'],
  ['a declaration of love that millions made', 'woaini1314', 'passwordCommon'],
  ['such a one and something of his own', 'woaini1314 南栀', null],
  ['three keys in turn', 'abcabcabcabc', 'passwordObvious'],
])('a password that is %s', (_, password, code) => {
  expect(refusePassword(password, whose)?.code ?? null).toBe(code)
})

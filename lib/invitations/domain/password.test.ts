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
  ['what many have', 'password123', 'passwordCommon'],
  ['three keys in turn', 'abcabcabcabc', 'passwordObvious'],
])('a password that is %s', (_, password, code) => {
  expect(refusePassword(password, whose, (common) => common === 'password123')?.code ?? null).toBe(code)
})

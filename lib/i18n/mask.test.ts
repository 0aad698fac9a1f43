import { expect, test } from 'vitest'
import { maskName, maskPhone } from './mask'

test.each([
  ['王小明', '王**'],
  ['欧阳锋', '欧阳**'],
  ['欧阳', '欧**'],
  ['王芳', '王**'],
  ['王', '**'],
  ['阿卜杜拉·买买提', '阿**'],
  ['𠮷田太郎', '𠮷**'],
  ['  李雷 ', '李**'],
  ['Wang Fang', 'Wang **'],
  ['Mary  Jane Watson', 'Mary **'],
  ['alice', 'a**'],
  ['', '**'],
])('the name %j is shown as %j', (name, masked) => {
  expect(maskName(name)).toBe(masked)
})

test.each([
  ['13800006021', '138 **** 6021'],
  ['+86 138-0000-6021', '138 **** 6021'],
  ['0571-88886021', '057 **** 6021'],
  ['88886021', '**** 6021'],
  ['12345', '****'],
  ['', '****'],
])('the number %j is shown as %j', (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked)
})

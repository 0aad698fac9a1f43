import { describe, expect, test } from 'vitest'
import { groupCode, judgeStep, readCode } from './code'

describe('what was typed', () => {
  test.each([
    ['123456', { kind: 'TOTP', digits: '123456' }],
    [' 123 456 ', { kind: 'TOTP', digits: '123456' }],
    ['１２３４５６', { kind: 'TOTP', digits: '123456' }],
    ['abcd-efgh-jkmn-pqrs', { kind: 'RECOVERY', code: 'abcdefghjkmnpqrs' }],
    ['ABCD EFGH JKMN PQRS', { kind: 'RECOVERY', code: 'abcdefghjkmnpqrs' }],
    // what is taken for another when it is read from paper
    ['O123-I56L-89ab-cdef', { kind: 'RECOVERY', code: '0123156189abcdef' }],
    ['12345', null],
    ['1234567', null],
    ['12345a', null],
    ['abcd-efgh-jkmn-pqr', null],
    ['abcd-efgh-jkmn-pqr!', null],
    ['١٢٣٤٥٦', null],
    ['', null],
  ])('%j is %j', (text, read) => {
    expect(readCode(text)).toEqual(read)
  })

  test('a recovery code is read as it is shown', () => {
    expect(groupCode('abcdefghjkmnpqrs')).toBe('abcd-efgh-jkmn-pqrs')
  })
})

describe('a code is taken once', () => {
  test.each([
    ['the first one', 100, null, { ok: true, step: 100 }],
    ['the next one', 101, 100, { ok: true, step: 101 }],
    ['the same again', 100, 100, { ok: false, reason: 'used' }],
    ['an older one that a fast clock has made useless', 99, 100, { ok: false, reason: 'used' }],
    ['one of no step near now', null, 100, { ok: false, reason: 'wrong' }],
  ])('%s', (_, step, lastStep, judged) => {
    expect(judgeStep(step, lastStep)).toEqual(judged)
  })
})

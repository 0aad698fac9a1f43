import { Secret } from 'otpauth'
import { expect, test } from 'vitest'
import { newSeed, seedUri, stepOf } from './totp'

// RFC 6238, appendix B, whose eight digits end with the six that are used
const RFC_SEED = Secret.fromUTF8('12345678901234567890').base32
test.each([
  [59, '287082', 1],
  [1111111109, '081804', 37037036],
  [1111111111, '050471', 37037037],
  [1234567890, '005924', 41152263],
  [2000000000, '279037', 66666666],
  [20000000000, '353130', 666666666],
])('at %i s %s is the code of step %i', (seconds, digits, step) => {
  expect(stepOf(RFC_SEED, digits, seconds * 1000)).toBe(step)
})

test.each([
  [-60, null],
  [-30, 37037036],
  [29, 37037036],
  [30, 37037036],
  [60, null],
])('a clock that is off by %i s finds step %j', (off, step) => {
  const middle = 37037036 * 30
  expect(stepOf(RFC_SEED, '081804', (middle + off) * 1000)).toBe(step)
})

test('every seed is another, of 160 bits, and says what it is for', () => {
  const seed = newSeed()
  expect(seed).toMatch(/^[A-Z2-7]{32}$/)
  expect(newSeed()).not.toBe(seed)
  const uri = new URL(seedUri(seed, { issuer: '售后台', email: 'a+b@shop.example' }))
  expect(uri.protocol).toBe('otpauth:')
  expect(decodeURIComponent(uri.pathname)).toContain('a+b@shop.example')
  expect(Object.fromEntries(uri.searchParams)).toEqual({
    issuer: '售后台',
    secret: seed,
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  })
})

import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { findWeakness } from '@/lib/secret-strength'

test.each([
  ['', 'shorter'],
  ['0123456789abcdef', 'shorter'],
  ['x'.repeat(64), 'repeats itself'],
  ['abcdefgh'.repeat(4), 'repeats itself'],
  ['only-for-measuring-only-for-measuring', 'repeats itself'],
  ['0123456789012345678901234567890123456789', 'repeats itself'],
  ['abcdefghijklmnopqrstuvwxyz0123456789', 'repeats itself'],
  ['a-platform-key-for-the-journeys-only', 'published'],
  ['changeme-changeme-please-change-me-now', 'words'],
  ['my-super-secret-key-for-afterdesk-production', 'words'],
  ['YOUR_SECRET_OF_AT_LEAST_32_CHARACTERS_HERE', 'words'],
  ['a-secret-for-tests-0123456789-abcdef', 'words'],
])('%s is none', (secret, why) => {
  expect(findWeakness(secret, 32)).toContain(why)
})

test.each([
  ['postgres', 'shorter'],
  ['afterdesk123', 'words'],
  ['Password1234!', 'words'],
  ['qwerty-admin-1', 'words'],
])('%s is no password', (password, why) => {
  expect(findWeakness(password, 12)).toContain(why)
})

test('what is drawn at random is one, in every writing', () => {
  for (let n = 0; n < 2000; n++) {
    for (const writing of ['hex', 'base64', 'base64url'] as const)
      expect(findWeakness(randomBytes(32).toString(writing), 32)).toBeNull()
    expect(findWeakness(randomUUID(), 32)).toBeNull()
    expect(findWeakness(randomBytes(12).toString('base64url'), 12)).toBeNull()
  }
})

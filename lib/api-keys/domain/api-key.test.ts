import { describe, expect, test } from 'vitest'
import { KEYS_PER_SHOP, type KeyLife, refuseCreation, refuseRevocation, refuseRotation, stateOf } from './api-key'

const NOW = Date.UTC(2026, 2, 12, 5, 19, 52)
const used: KeyLife = { expiresAt: null, revokedAt: null }
const replaced: KeyLife = { expiresAt: NOW + 1, revokedAt: null }
const over: KeyLife = { expiresAt: NOW, revokedAt: null }
const revoked: KeyLife = { expiresAt: null, revokedAt: NOW - 1 }
const revokedInOverlap: KeyLife = { expiresAt: NOW + 1, revokedAt: NOW - 1 }

describe('a key that is', () => {
  test.each([
    ['in use', used, { kind: 'VALID' }, null, null],
    ['replaced, for one more millisecond', replaced, { kind: 'EXPIRING', at: NOW + 1 }, null, 'keyAlreadyRotated'],
    ['replaced, at exactly its end', over, { kind: 'EXPIRED', at: NOW }, 'keyExpired', 'keyExpired'],
    ['revoked', revoked, { kind: 'REVOKED', at: NOW - 1 }, 'keyAlreadyRevoked', 'keyAlreadyRevoked'],
    [
      'revoked while it was running out',
      revokedInOverlap,
      { kind: 'REVOKED', at: NOW - 1 },
      'keyAlreadyRevoked',
      'keyAlreadyRevoked',
    ],
  ])('%s', (_, life, state, revocation, rotation) => {
    expect(stateOf(life, NOW)).toEqual(state)
    expect(refuseRevocation(life, NOW)?.code ?? null).toBe(revocation)
    expect(refuseRotation(life, NOW)?.code ?? null).toBe(rotation)
  })
})

test.each([
  [0, null],
  [KEYS_PER_SHOP - 1, null],
  [KEYS_PER_SHOP, { code: 'tooManyKeys', max: KEYS_PER_SHOP }],
  [KEYS_PER_SHOP + 1, { code: 'tooManyKeys', max: KEYS_PER_SHOP }],
])('where %i keys are in use, another one is refused with %j', (inUse, refusal) => {
  expect(refuseCreation(inUse)).toEqual(refusal)
})

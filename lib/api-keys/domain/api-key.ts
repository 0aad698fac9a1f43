/** A key of the API over its life. Pure: instants are epoch ms of the database's clock, read by the caller. */

const HOUR = 3_600_000
const DAY = 24 * HOUR

export const SHOP_KEY_ROLES = ['AGENT', 'MANAGER'] as const
export type ShopKeyRole = (typeof SHOP_KEY_ROLES)[number]

/** Characters of a key's name. */
export const KEY_NAME_MAX = 64
/** Of one shop, not counting those that are replaced already: a program has one, and there are not so many programs. */
export const KEYS_PER_SHOP = 50

/** How long a replaced key goes on working, in ms. */
export const OVERLAPS = { '0': 0, '1h': HOUR, '24h': DAY, '7d': 7 * DAY } as const
export type Overlap = keyof typeof OVERLAPS
export const OVERLAP_CHOICES = ['0', '1h', '24h', '7d'] as const satisfies readonly Overlap[]
/** Time for everybody concerned to be at work once. */
export const DEFAULT_OVERLAP: Overlap = '24h'

/** `expiresAt`: once it is replaced; from that instant on it opens nothing. */
export type KeyLife = { expiresAt: number | null; revokedAt: number | null }

export type KeyState =
  | { kind: 'VALID' }
  /** Replaced, and still working. */
  | { kind: 'EXPIRING'; at: number }
  | { kind: 'EXPIRED'; at: number }
  | { kind: 'REVOKED'; at: number }

export function stateOf({ expiresAt, revokedAt }: KeyLife, now: number): KeyState {
  if (revokedAt !== null) return { kind: 'REVOKED', at: revokedAt }
  if (expiresAt === null) return { kind: 'VALID' }
  return now < expiresAt ? { kind: 'EXPIRING', at: expiresAt } : { kind: 'EXPIRED', at: expiresAt }
}

export type KeyRefusal =
  /** There is none, or it is another shop's. */
  | { code: 'keyUnknown' }
  | { code: 'keyAlreadyRevoked' | 'keyExpired' | 'keyAlreadyRotated'; at: number }
  | { code: 'tooManyKeys'; max: number }
  | { code: 'shopUnknown' }
  | { code: 'notPermitted' }

/** What works, be it until later today, can be stopped. */
export function refuseRevocation(life: KeyLife, now: number): KeyRefusal | null {
  const state = stateOf(life, now)
  if (state.kind === 'REVOKED') return { code: 'keyAlreadyRevoked', at: state.at }
  return state.kind === 'EXPIRED' ? { code: 'keyExpired', at: state.at } : null
}

/** A key is replaced once; its successor can be replaced in turn. */
export function refuseRotation(life: KeyLife, now: number): KeyRefusal | null {
  const state = stateOf(life, now)
  return state.kind === 'EXPIRING' ? { code: 'keyAlreadyRotated', at: state.at } : refuseRevocation(life, now)
}

/** One more, where so many are in use. */
export function refuseCreation(inUse: number): KeyRefusal | null {
  return inUse < KEYS_PER_SHOP ? null : { code: 'tooManyKeys', max: KEYS_PER_SHOP }
}

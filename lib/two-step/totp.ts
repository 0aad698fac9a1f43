import { Secret, TOTP } from 'otpauth'

/** Codes as every authenticator makes them: RFC 6238 with SHA-1, six digits, 30 seconds. */
const SHAPE = { algorithm: 'SHA1', digits: 6, period: 30 } as const
/** Steps that an authenticator's clock may be off, to either side. */
const DRIFT = 1
/** 160 bits, as RFC 4226 wants it. */
const SEED_BYTES = 20

/** A new seed, in base32. */
export function newSeed(): string {
  return new Secret({ size: SEED_BYTES }).base32
}

/** What an authenticator reads from the picture. */
export function seedUri(seed: string, { issuer, email }: { issuer: string; email: string }): string {
  return new TOTP({ ...SHAPE, issuer, label: email, secret: Secret.fromBase32(seed) }).toString()
}

/** Of which step these digits are the code, counted since 1970; null for none near `now` (epoch ms). */
export function stepOf(seed: string, digits: string, now: number): number | null {
  const totp = new TOTP({ ...SHAPE, secret: Secret.fromBase32(seed) })
  const delta = totp.validate({ token: digits, timestamp: now, window: DRIFT })
  return delta === null ? null : totp.counter({ timestamp: now }) + delta
}

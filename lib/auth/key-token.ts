import { createHash, randomBytes } from 'node:crypto'

/** What a key of the API looks like; the log knows it by this, wherever it appears. */
const TOKEN = /^ak_(platform|shop)_[A-Za-z0-9_-]{43}$/
const SHOWN = 8

/** `token` opens and is stored nowhere, `hash` finds the key again, `prefix` is what people call it by. */
export type MintedToken = { token: string; prefix: string; hash: string }

export function mintToken(kind: 'PLATFORM' | 'SHOP'): MintedToken {
  const begin = `ak_${kind.toLowerCase()}_`
  const token = begin + randomBytes(32).toString('base64url')
  return { token, prefix: token.slice(0, begin.length + SHOWN), hash: hashToken(token) }
}

/**
 * SHA-256 once and unsalted: of 256 random bits nothing can be guessed, so that a slow hash would delay every request and
 * protect nothing, and one without a salt can be looked up by an index.
 */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Whether it can be a key of ours: what cannot, costs no look at the database. */
export function isToken(text: string): boolean {
  return TOKEN.test(text)
}

import { createHash, randomBytes } from 'node:crypto'

/** What opens the door of a link; the log knows it by this look, wherever it appears. */
const TOKEN = /^inv_[A-Za-z0-9_-]{43}$/

/** `token` stands in the link and is stored nowhere; `hash`, of 256 random bits and therefore unsalted, finds it again. */
export function mintLinkToken(): { token: string; hash: string } {
  const token = `inv_${randomBytes(32).toString('base64url')}`
  return { token, hash: hashLinkToken(token) }
}

export function hashLinkToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

export function isLinkToken(text: string): boolean {
  return TOKEN.test(text)
}

/** Where the link leads, below the desk's address. */
export function linkPath(token: string): string {
  return `/invite/${encodeURIComponent(token)}`
}

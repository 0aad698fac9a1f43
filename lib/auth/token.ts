import { decode, encode } from 'next-auth/jwt'
import { sessionSecret } from '@/lib/secret'

/** What a sealed cookie is for. Each kind has a key of its own: none opens as another. */
export type TokenKind = 'session' | 'half-way' | 'known-accounts'

/** `id`: the token's own, a UUID; `endsAt`: epoch ms. */
export type OpenedToken = { id: string; endsAt: number; subject: string | null; claims: Record<string, unknown> }

/** Encrypted and authenticated (A256GCM): whoever holds the cookie can neither read nor change it. */
export function sealToken(
  kind: TokenKind,
  { subject, claims, maxAgeS }: { subject?: string; claims: Record<string, unknown>; maxAgeS: number },
): Promise<string> {
  const token = { ...claims, ...(subject !== undefined && { sub: subject }) }
  return encode({ token, secret: sessionSecret(), salt: `afterdesk ${kind}`, maxAge: maxAgeS })
}

/** Null for one that is over, of another kind, sealed with another secret, or none at all. */
export async function openToken(kind: TokenKind, token: string | undefined): Promise<OpenedToken | null> {
  if (!token) return null
  try {
    const claims = await decode({ token, secret: sessionSecret(), salt: `afterdesk ${kind}` })
    const { jti, exp, sub } = claims ?? {}
    if (!claims || typeof jti !== 'string' || typeof exp !== 'number') return null
    return { id: jti, endsAt: exp * 1000, subject: sub ?? null, claims }
  } catch {
    return null
  }
}

import { cookies } from 'next/headers'
import { hostCookie, serverCookie } from './cookie'
import { openToken, sealToken } from './token'
import { spendToken } from './token-store'

/** A week: a working week ends with signing in once. Nothing but signing in begins another. */
export const SESSION_MAX_AGE_S = 7 * 24 * 60 * 60

/** Where the chosen shop is kept. It chooses among the viewer's own shops only: no secret, no proof of anything. */
export const SHOP_COOKIE = 'shop'
const SHOP_MAX_AGE_S = 365 * 24 * 60 * 60

export const sessionCookie = () => hostCookie('next-auth.session-token')

/** `passwordMark`: of what was signed in with; another password, or another second step, ends the session. */
export type SignedIn = { userId: string; passwordMark: string }
/** `tokenId`: of this session alone, `endsAt` in epoch ms. */
export type Session = SignedIn & { tokenId: string; endsAt: number }

/** Who is signed in by what the cookie says; whether that still holds, only the database says. */
export async function readSession(): Promise<Session | null> {
  const token = await openToken('session', (await cookies()).get(sessionCookie().name)?.value)
  const passwordMark = token?.claims.passwordMark
  if (!token?.subject || typeof passwordMark !== 'string') return null
  return { userId: token.subject, passwordMark, tokenId: token.id, endsAt: token.endsAt }
}

export async function startSession({ userId, passwordMark }: SignedIn): Promise<void> {
  const value = await sealToken('session', { subject: userId, claims: { passwordMark }, maxAgeS: SESSION_MAX_AGE_S })
  ;(await cookies()).set({ ...sessionCookie(), value, maxAge: SESSION_MAX_AGE_S })
}

/** Also for whoever has a copy of the cookie. */
export async function endSession(): Promise<void> {
  const session = await readSession()
  if (session) await spendToken({ id: session.tokenId, endsAt: session.endsAt })
  ;(await cookies()).set({ ...sessionCookie(), value: '', maxAge: 0 })
}

/** The shop that the desk shows from here on, if it is one of the viewer's. */
export async function rememberShop(shopId: string): Promise<void> {
  ;(await cookies()).set({ name: SHOP_COOKIE, value: shopId, maxAge: SHOP_MAX_AGE_S, ...serverCookie() })
}

import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { env } from '@/lib/env'
import { sessionSecret } from '@/lib/secret'

/** A week: a working week ends with signing in once. */
export const SESSION_MAX_AGE_S = 7 * 24 * 60 * 60

/** Where the chosen shop is kept. It chooses among the viewer's own shops only: no secret, no proof of anything. */
export const SHOP_COOKIE = 'shop'
const SHOP_MAX_AGE_S = 365 * 24 * 60 * 60

/** How cookies are set that only the server reads; `secure` where the product is reached by https. */
export function serverCookie() {
  const secure = env().AFTERDESK_URL?.startsWith('https:') ?? false
  return { httpOnly: true, sameSite: 'lax', path: '/', secure } as const
}

export function sessionCookie() {
  const options = serverCookie()
  return { name: `${options.secure ? '__Secure-' : ''}next-auth.session-token`, ...options }
}

/** `passwordMark`: of the password that was signed in with; another password ends the session. */
export type Session = { userId: string; passwordMark: string }

/** Who is signed in by what the cookie says; whether that still holds, only the database says. */
export async function readSession(): Promise<Session | null> {
  const token = (await cookies()).get(sessionCookie().name)?.value
  if (!token) return null
  try {
    const decoded = await decode({ token, secret: sessionSecret() })
    const passwordMark = decoded?.passwordMark
    return decoded?.sub && typeof passwordMark === 'string' ? { userId: decoded.sub, passwordMark } : null
  } catch {
    // Somebody else's secret, an old one, or no token at all: nobody is signed in.
    return null
  }
}

export async function startSession({ userId, passwordMark }: Session): Promise<void> {
  const value = await encode({
    token: { sub: userId, passwordMark },
    secret: sessionSecret(),
    maxAge: SESSION_MAX_AGE_S,
  })
  ;(await cookies()).set({ ...sessionCookie(), value, maxAge: SESSION_MAX_AGE_S })
}

export async function endSession(): Promise<void> {
  ;(await cookies()).set({ ...sessionCookie(), value: '', maxAge: 0 })
}

/** The shop that the desk shows from here on, if it is one of the viewer's. */
export async function rememberShop(shopId: string): Promise<void> {
  ;(await cookies()).set({ name: SHOP_COOKIE, value: shopId, maxAge: SHOP_MAX_AGE_S, ...serverCookie() })
}

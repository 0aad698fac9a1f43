import type { NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { addressOf, authenticate } from './authenticate'
import { safePath } from './safe-path'
import { SESSION_MAX_AGE_S, sessionCookie } from './session'

/** next-auth's own doors (/api/auth/…): the same check, the same cookie, and a session that holds the user's id alone. */
export function authOptions(secret: string): NextAuthOptions {
  const { name, ...options } = sessionCookie()
  return {
    secret,
    useSecureCookies: options.secure,
    session: { strategy: 'jwt', maxAge: SESSION_MAX_AGE_S },
    cookies: { sessionToken: { name, options } },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    providers: [
      Credentials({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: async (credentials, request) => {
          const outcome = await authenticate(credentials, addressOf(new Headers(request.headers)))
          return outcome.ok ? { id: outcome.userId } : null
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ sub: user?.id ?? token.sub }),
      // Who it is, the gate asks the database; whoever asks here learns that somebody is signed in, and until when.
      session: ({ session: { expires } }) => ({ expires }),
      redirect: ({ url }) => safePath(url) ?? '/',
    },
  }
}

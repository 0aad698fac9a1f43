/**
 * What Next.js has only within a request, for tests of what is called in one. In the test file, word for word:
 * `vi.mock('next/headers', () => import('@/tests/support/next-request'))`, and so for `next/navigation`.
 */

type SetCookie = { name: string; value: string; [attribute: string]: unknown }

/** What the browser sends, and each cookie as it was set last. */
export const sent = { cookies: new Map<string, string>(), headers: new Headers(), set: new Map<string, SetCookie>() }

export async function cookies() {
  return {
    get: (name: string) => {
      const value = sent.cookies.get(name)
      return value === undefined ? undefined : { name, value }
    },
    set: (cookie: SetCookie) => {
      sent.cookies.set(cookie.name, cookie.value)
      sent.set.set(cookie.name, cookie)
    },
  }
}

export async function headers(): Promise<Headers> {
  return sent.headers
}

/** Leaves by throwing, as the real one does. */
export function redirect(to: string): never {
  throw new Error(`to ${to}`)
}

/** The same for what there is not. */
export function notFound(): never {
  throw new Error('not found')
}

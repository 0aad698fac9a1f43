/**
 * What Next.js has only within a request, for tests of what is called in one. In the test file, word for word:
 * `vi.mock('next/headers', () => import('@/tests/support/next-request'))`, and so for `next/navigation`.
 */

/** What the browser sends. */
export const sent = { cookies: new Map<string, string>(), headers: new Headers() }

export async function cookies() {
  return {
    get: (name: string) => {
      const value = sent.cookies.get(name)
      return value === undefined ? undefined : { name, value }
    },
    set: ({ name, value }: { name: string; value: string }) => void sent.cookies.set(name, value),
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

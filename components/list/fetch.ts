/** Everything below `desk` is stale when something changed. */
export const DESK_KEY = ['desk'] as const

/** Without news from the server what it counts and lists is asked for this often. */
export const LONGEST_WAIT_MS = 30_000

/** The session is over: the page has to be asked for anew, and leads to the sign-in. */
class SignedOutError extends Error {}
/** What was asked for is not there any more, or not for who asks. */
export class GoneError extends Error {}

/** What the desk's own address answers. Throws SignedOutError, GoneError, and Error for anything else but 2xx. */
export async function fetchJson<T>(url: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(url, { signal })
  if (response.status === 401) throw new SignedOutError()
  if (response.status === 404) throw new GoneError()
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return response.json()
}

/** Asking again helps neither whom is signed out nor what is gone. */
export function isWorthRetrying(count: number, error: Error): boolean {
  return count < 2 && !(error instanceof SignedOutError) && !(error instanceof GoneError)
}

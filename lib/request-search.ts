import { headers } from 'next/headers'

/** The search of the URL that is asked for. A layout is not told: the proxy puts it in a header. */
export async function readSearch(): Promise<URLSearchParams> {
  return new URLSearchParams((await headers()).get('x-search') ?? '')
}

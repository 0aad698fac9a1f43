import type { ServerResponse } from 'node:http'

/** Where a response says how long it is: Next.js takes a Content-Length away from whatever a handler answers. */
export const EXACT_LENGTH = 'x-exact-length'

/** Lets the length that a handler knows go out as Content-Length. */
export function keepExactLength(response: ServerResponse): void {
  const set = response.setHeader.bind(response)
  response.setHeader = (name, value) =>
    name.toLowerCase() === EXACT_LENGTH ? set('Content-Length', String(value)) : set(name, value)
}

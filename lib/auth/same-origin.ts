/**
 * Does a browser's request come from our own pages? Cookies travel with what other sites send too, where the browser
 * lets them. Browsers say so themselves; of an older one the origin has to be ours.
 */
export function isSameOrigin({ headers }: Pick<Request, 'headers'>): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = headers.get('origin')
  return origin !== null && URL.canParse(origin) && new URL(origin).host === headers.get('host')
}

const HERE = 'http://here.invalid'

/** A path of this site, from wherever it came; null for anything that would lead elsewhere or back to signing in. */
export function safePath(value: unknown): string | null {
  if (typeof value !== 'string' || !value.startsWith('/')) return null
  const url = URL.canParse(value, HERE) ? new URL(value, HERE) : null
  // `//elsewhere` and `/\elsewhere` are other hosts to a browser.
  if (url?.origin !== HERE || url.pathname.startsWith('//') || url.pathname === '/sign-in') return null
  return url.pathname + url.search + url.hash
}

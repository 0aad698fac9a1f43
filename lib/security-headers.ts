/** What a browser may do with what is answered here: what pages are allowed, and what every other answer is. */

/** The style sheet that the toasts bring along and put into the page themselves; lib/security-headers.test.ts draws it anew. */
export const TOAST_STYLE = 'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='

/** They put it there empty, and fill it then. */
const EMPTY_STYLE = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='

/** Of an answer that is no page: whoever opens it as one gets nothing to run, to load or to frame. */
const NOTHING = "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Two years, and whatever stands below our name as well. */
const TLS_ONLY = 'max-age=63072000; includeSubDomains'

/** What every answer says unless it says otherwise. `secure`: it goes out over TLS, and the next one shall too. */
export function defaultHeaders(secure: boolean): [name: string, value: string][] {
  return [
    ['Content-Security-Policy', NOTHING],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Referrer-Policy', 'same-origin'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
    // what may be kept says so itself
    ['Cache-Control', 'no-store'],
    ...(secure ? [['Strict-Transport-Security', TLS_ONLY] satisfies [string, string]] : []),
  ]
}

/** Of a page: its own scripts and styles run, by the nonce that only this answer knows. */
export function pagePolicy(nonce: string, secure: boolean): string {
  // React's development build evaluates text; neither React nor Next.js do so otherwise.
  const isDevelopment = process.env.NODE_ENV === 'development'
  const evaluation = isDevelopment ? " 'unsafe-eval'" : ''
  // The development build puts styles into the page as they change.
  const styles = isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}' '${TOAST_STYLE}' '${EMPTY_STYLE}'`
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    // Primitives place what floats by style attributes, which take no nonce. Browsers that do not tell them from elements
    // go by the first line.
    `style-src 'self' 'unsafe-inline'`,
    `style-src-elem 'self' ${styles}`,
    `style-src-attr 'unsafe-inline'`,
    // The goods' pictures lie wherever the shop keeps them.
    `img-src 'self' data: blob: https:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

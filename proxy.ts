import { type NextRequest, NextResponse } from 'next/server'

/**
 * Security headers, and what pages are told about the request. It authorises nobody: every page, action and handler
 * asks the gate itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const { protocol, pathname, search } = request.nextUrl
  const secure = protocol === 'https:'
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = contentSecurityPolicy(nonce, secure)

  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-path', pathname + search)
  headers.set('x-search', search)
  // Next.js takes the nonce for its own scripts from here.
  headers.set('content-security-policy', policy)

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('x-frame-options', 'DENY')
  // the address of an invitation opens a door: nobody else is told where somebody comes from
  response.headers.set('referrer-policy', pathname.startsWith('/invite/') ? 'no-referrer' : 'same-origin')
  response.headers.set('cross-origin-opener-policy', 'same-origin')
  response.headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
  if (secure) response.headers.set('strict-transport-security', 'max-age=31536000')
  return response
}

function contentSecurityPolicy(nonce: string, secure: boolean): string {
  // React's development build evaluates text; neither React nor Next.js do so otherwise.
  const evaluation = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    // Primitives place what floats by style attributes, which take no nonce.
    `style-src 'self' 'unsafe-inline'`,
    // The goods' pictures lie wherever the shop keeps them.
    `img-src 'self' data: blob: https:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

export const config = {
  // Pages only. What passes here is cut at 10 MB, so nothing that takes uploads (all under /api but its docs) may.
  matcher: ['/((?!api/|_next/static/|_next/image|icon.svg).*)', '/api/docs'],
}

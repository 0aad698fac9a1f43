import { type NextRequest, NextResponse } from 'next/server'
import { pagePolicy } from '@/lib/security-headers'

/**
 * What a page allows the browser, and what it is told about the request. It authorises nobody: every page, action and
 * handler asks the gate itself. What every answer says besides, scripts/closed-answer.ts adds.
 */
export function proxy(request: NextRequest): NextResponse {
  const { protocol, pathname, search } = request.nextUrl
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = pagePolicy(nonce, protocol === 'https:')

  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-path', pathname + search)
  headers.set('x-search', search)
  // Next.js takes the nonce for its own scripts from here.
  headers.set('content-security-policy', policy)

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  // the address of an invitation opens a door: nobody else is told where somebody comes from
  if (pathname.startsWith('/invite/')) response.headers.set('referrer-policy', 'no-referrer')
  return response
}

export const config = {
  // Pages only. What passes here is cut at 10 MB, so nothing that takes uploads (all under /api but its docs) may.
  matcher: ['/((?!api/|_next/static|_next/image|icon.svg).*)', '/api/docs'],
}

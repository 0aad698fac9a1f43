import { env } from '@/lib/env'

/** How cookies are set that only the server reads; `secure` where the product is reached by https. */
export function serverCookie() {
  const secure = env().AFTERDESK_URL?.startsWith('https:') ?? false
  return { httpOnly: true, sameSite: 'lax', path: '/', secure } as const
}

/**
 * A cookie that proves something. By https its name says that no other host, and no page that came by http, can have set
 * it: browsers take `__Host-` only with Secure, Path=/ and no Domain.
 */
export function hostCookie(name: string) {
  const options = serverCookie()
  return { name: `${options.secure ? '__Host-' : ''}${name}`, ...options }
}

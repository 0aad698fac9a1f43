import { readdirSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'

const ROOT = '/_next/static/'
const TYPES = { js: 'application/javascript; charset=UTF-8', css: 'text/css; charset=UTF-8' }

/** Of a request for a script or a style that lies packed beside the plain one, and whose sender can unpack it. */
export type TakePacked = (request: IncomingMessage, response: ServerResponse) => void

/**
 * A script or a style is taken as a whole, as HTTP allows any server: on a range or a condition that nothing meets Next.js
 * would fail with 500.
 */
export function takeWhole({ url, headers }: IncomingMessage): void {
  if (!url?.startsWith(ROOT)) return
  for (const name of ['range', 'if-match', 'if-unmodified-since']) delete headers[name]
}

/** What the build in this folder has packed. The request is led to the packed file; the app serves it as it does the plain one. */
export function findPacked(distDir: string): TakePacked {
  const names = readdirSync(join(distDir, 'static'), { recursive: true, encoding: 'utf8' })
  const packed = new Set(
    names.filter((name) => name.endsWith('.br')).map((name) => ROOT + name.slice(0, -3).replaceAll('\\', '/')),
  )
  return (request, response) => {
    const [path = '', query] = (request.url ?? '').split('?')
    if (!packed.has(path)) return
    response.setHeader('Vary', 'Accept-Encoding')
    if (!/\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))) return
    request.url = `${path}.br${query === undefined ? '' : `?${query}`}`
    response.setHeader('Content-Encoding', 'br')
    response.setHeader('Content-Type', path.endsWith('.css') ? TYPES.css : TYPES.js)
  }
}

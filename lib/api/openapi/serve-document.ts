import { createHash } from 'node:crypto'
import { processWide } from '@/lib/process-wide'
import { isSandbox } from '@/lib/sandbox/clock'
import { createApiDocument } from './document'

type Served = { body: string; etag: string }

/** The document of this process, made when it is first asked for; 304 for who has it already. */
export function answerApiDocument(request: Request): Response {
  const served = processWide('openapi', (): { document?: Served } => ({}))
  served.document ??= writeDocument()
  const { body, etag } = served.document
  const headers = { ETag: etag, 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' }
  const known = request.headers.get('if-none-match')?.split(/\s*,\s*/) ?? []
  if (known.some((tag) => tag.replace(/^W\//, '') === etag)) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'Content-Type': 'application/json' } })
}

function writeDocument(): Served {
  const body = JSON.stringify(createApiDocument({ sandbox: isSandbox() }))
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` }
}

import { viewer } from '@/lib/auth/gate'
import { isStillThis, readerOf } from '@/lib/live/reader'
import { openStream } from '@/lib/live/stream'

/** Next.js would answer HEAD by GET, and nobody would ever read that stream. */
export function HEAD(): Response {
  return new Response(null, { headers: { 'content-type': 'text/event-stream' } })
}

/** Server-sent events: what changed in the viewer's shops, as it changes. */
export async function GET(request: Request): Promise<Response> {
  const who = await viewer()
  if (!who) return new Response(null, { status: 401 })
  return new Response(
    openStream(readerOf(who), request.signal, () => isStillThis(who)),
    {
      headers: {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store, no-transform',
        // a reverse proxy must not hold the stream back
        'x-accel-buffering': 'no',
      },
    },
  )
}

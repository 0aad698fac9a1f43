import { isShuttingDown, onShutdown } from '@/lib/shutdown'
import { type News, subscribe } from './bus'

/** Comments keep proxies from ending a quiet stream. */
const HEARTBEAT_MS = 20_000
/** A stream ends after so long; the browser opens another, and is asked anew who it is. */
const LIFETIME_MS = 5 * 60_000
/** A reader that has fallen so many messages behind is let go; it catches up when it comes back. */
const LONGEST_QUEUE = 500

/** Who listens: the shops that concern him (null: all). */
export type Reader = { userId: string; shopIds: readonly string[] | null }
type Message = { no: string } | { notices: true } | { clock: true }

/**
 * A stream of server-sent events: `{no}` for a changed case, `{notices: true}` when the reader has read some elsewhere,
 * `{clock: true}` when anything may have changed. It ends with the request, with the server, after its lifetime, and when
 * nobody reads it.
 */
export function openStream(reader: Reader, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let finish = () => {}
  return new ReadableStream({
    start(controller) {
      const send = (text: string) => {
        if ((controller.desiredSize ?? 0) < -LONGEST_QUEUE) end()
        else controller.enqueue(encoder.encode(text))
      }
      const release = () => {
        clearInterval(heartbeat)
        clearTimeout(lifetime)
        unsubscribe()
        forgetShutdown()
        signal.removeEventListener('abort', end)
      }
      const end = () => {
        release()
        try {
          controller.close()
        } catch {
          // the reader went away first
        }
      }
      finish = release
      const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MS)
      const lifetime = setTimeout(end, LIFETIME_MS)
      const forgetShutdown = onShutdown(end)
      const unsubscribe = subscribe((news) => {
        for (const message of messagesOf(news, reader)) send(`data: ${JSON.stringify(message)}\n\n`)
      })
      signal.addEventListener('abort', end, { once: true })
      send('retry: 2000\n\n')
      // whoever left while we asked who he is will not leave again
      if (signal.aborted || isShuttingDown()) end()
    },
    cancel: () => finish(),
  })
}

function messagesOf(news: News, { userId, shopIds }: Reader): Message[] {
  if ('reader' in news) return news.reader === userId ? [{ notices: true }] : []
  if (!('shopId' in news)) return [{ clock: true }]
  if (shopIds !== null && !shopIds.includes(news.shopId)) return []
  return 'nos' in news ? news.nos.map((no) => ({ no })) : shopIds === null ? [] : [{ clock: true }]
}

import { onShutdown } from '@/lib/shutdown'
import { type News, subscribe } from './bus'

/** Comments keep proxies from ending a quiet stream. */
const HEARTBEAT_MS = 20_000

/**
 * A stream of server-sent events for these shops (null: all): `{no}` for a changed case, `{clock: true}` when anything
 * may have changed. It ends with the request and with the server.
 */
export function openStream(shopIds: readonly string[] | null, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let finish = () => {}
  return new ReadableStream({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text))
      const unsubscribe = subscribe((news) => {
        for (const message of messagesOf(news, shopIds)) send(`data: ${JSON.stringify(message)}\n\n`)
      })
      const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MS)
      const release = () => {
        clearInterval(heartbeat)
        unsubscribe()
        forgetShutdown()
      }
      finish = release
      const end = () => {
        release()
        try {
          controller.close()
        } catch {
          // the reader went away first
        }
      }
      const forgetShutdown = onShutdown(end)
      signal.addEventListener('abort', end, { once: true })
      send('retry: 2000\n\n')
    },
    cancel: () => finish(),
  })
}

function messagesOf(news: News, shopIds: readonly string[] | null): ({ no: string } | { clock: true })[] {
  if (!('nos' in news)) return [{ clock: true }]
  return shopIds === null || shopIds.includes(news.shopId) ? news.nos.map((no) => ({ no })) : []
}

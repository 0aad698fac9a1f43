import { isShuttingDown, onShutdown } from '@/lib/shutdown'
import { type News, subscribe } from './bus'

/** Comments keep proxies from ending a quiet stream. */
const HEARTBEAT_MS = 20_000
/** A stream ends after so long; the browser opens another, and is asked anew who it is. */
const LIFETIME_MS = 5 * 60_000
/** A reader that has fallen so many messages behind is let go; it catches up when it comes back. */
const LONGEST_QUEUE = 500

/** Who listens: the shops that concern him (null: all, to support, which works for none). */
export type Reader = { userId: string; shopIds: readonly string[] | null }
type Message = { no: string } | { presence: true } | { notices: true } | { clock: true }

/**
 * A stream of server-sent events: `{no}` for a changed case, `{presence: true}` when a colleague came to a case or left one,
 * `{notices: true}` when the reader has read some elsewhere, `{clock: true}` when anything may have changed. It ends with the request, with the server, after its lifetime, when
 * nobody reads it, and as soon as the reader may see something else than when it began: whoever comes back is asked anew
 * who he is. `stillReads` asks the database whether this reader is still the one he was.
 */
export function openStream(
  reader: Reader,
  signal: AbortSignal,
  stillReads: () => Promise<boolean>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let finish = () => {}
  let ended = false
  return new ReadableStream({
    start(controller) {
      const send = (text: string) => {
        if ((controller.desiredSize ?? 0) < -LONGEST_QUEUE) end()
        else controller.enqueue(encoder.encode(text))
      }
      const release = () => {
        ended = true
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
      const tell = (message: Message) => send(`data: ${JSON.stringify(message)}\n\n`)
      const turnAway = () => {
        if (ended) return
        tell({ clock: true })
        end()
      }
      // what went round before we listened, or while nobody could, may have been that he is out
      const verify = () =>
        stillReads().then(
          (still) => still || turnAway(),
          () => end(),
        )
      const unsubscribe = subscribe((news) => {
        if ('standing' in news && news.standing === reader.userId) return turnAway()
        if ('missed' in news) void verify()
        for (const message of messagesOf(news, reader)) tell(message)
      })
      void verify()
      signal.addEventListener('abort', end, { once: true })
      send('retry: 2000\n\n')
      // whoever left while we asked who he is will not leave again
      if (signal.aborted || isShuttingDown()) end()
    },
    cancel: () => finish(),
  })
}

function messagesOf(news: News, { userId, shopIds }: Reader): Message[] {
  if ('standing' in news) return []
  if ('reader' in news) return news.reader === userId ? [{ notices: true }] : []
  if (!('shopId' in news)) return [{ clock: true }]
  if (shopIds !== null && !shopIds.includes(news.shopId)) return []
  if ('nos' in news) return news.nos.map((no) => ({ no }))
  // who works at what, and how, is the shop's own
  if (shopIds === null) return []
  if ('presence' in news) return news.presence === userId ? [] : [{ presence: true }]
  return [{ clock: true }]
}

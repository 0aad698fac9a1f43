import { once } from 'node:events'
import { Readable } from 'node:stream'
import type { Stringifier } from 'csv-stringify'
import { readNow } from '@/lib/after-sales/store'
import type { QueueFilter } from '@/lib/after-sales/views'
import type { Membership } from '@/lib/auth/gate'
import { inTransaction } from '@/lib/db/transaction'
import type { Locale } from '@/lib/i18n/locale'
import { logger } from '@/lib/logger'
import { processWide } from '@/lib/process-wide'
import { onShutdown } from '@/lib/shutdown'
import { openCsv, writeCells } from './csv'
import { nameExport } from './file-name'
import { readCases } from './queries'
import { type Words, wordsOf } from './words'

/** Each holds a connection and a snapshot: so many at once in a process, and one for each person. */
const MOST_AT_ONCE = 3
/** A reader that takes nothing for so long has gone; nobody keeps a snapshot for longer than the other. */
const STALLED_MS = 30_000
const LONGEST_MS = 15 * 60_000
/** What may wait between the database and the network, in bytes. */
const AHEAD = 64 * 1024

export type ExportRequest = {
  userId: string
  shop: Membership
  filter: QueueFilter
  locale: Locale
  /** Aborted when the client is gone. */
  signal: AbortSignal
}

/**
 * The shop's cases that the filter shows, as CSV; null while too many exports are under way. It breaks off with an error
 * rather than end early: who gets an end has everything.
 */
export async function openCaseExport(
  request: ExportRequest,
): Promise<{ body: ReadableStream; fileName: string } | null> {
  const now = await inTransaction(readNow)
  const running = processWide('exports', () => new Set<string>())
  if (running.has(request.userId) || running.size >= MOST_AT_ONCE) return null
  running.add(request.userId)
  const words = wordsOf(request.locale)
  const csv = openCsv(words)
  // a failure is the reader's to hear; without one it is nobody's
  csv.on('error', () => {})
  void fill(csv, words, request).finally(() => running.delete(request.userId))
  const strategy = new ByteLengthQueuingStrategy({ highWaterMark: AHEAD })
  // Node's stream and the platform's are one and the same
  const body = Readable.toWeb(csv, { strategy }) as ReadableStream
  return { body, fileName: nameExport(request.shop.shopName, now, words) }
}

/** Never rejects: what goes wrong is the stream's end. */
async function fill(csv: Stringifier, words: Words, { userId, shop, filter, signal }: ExportRequest): Promise<void> {
  const stop = new AbortController()
  const end = () => stop.abort()
  const longest = setTimeout(end, LONGEST_MS)
  const forgetShutdown = onShutdown(end)
  signal.addEventListener('abort', end, { once: true })
  csv.once('close', end)
  const facts = { userId, shopId: shop.shopId, tab: filter.tab, rows: 0 }
  try {
    if (signal.aborted) end()
    await readCases({ kind: 'SHOPS', shopIds: [shop.shopId] }, filter, async (cases) => {
      for (const row of cases) {
        stop.signal.throwIfAborted()
        if (!csv.write(writeCells(row, words))) await drained(csv, stop)
      }
      facts.rows += cases.length
    })
    stop.signal.throwIfAborted()
    csv.end()
    logger().info(facts, 'cases were exported')
  } catch (error) {
    if (stop.signal.aborted) logger().info(facts, 'an export was broken off')
    else logger().error({ err: error, ...facts }, 'an export failed')
    csv.destroy(error instanceof Error ? error : new Error('an export failed'))
  } finally {
    clearTimeout(longest)
    forgetShutdown()
    signal.removeEventListener('abort', end)
    csv.removeListener('close', end)
  }
}

async function drained(csv: Stringifier, stop: AbortController): Promise<void> {
  const stalled = setTimeout(() => stop.abort(), STALLED_MS)
  try {
    await once(csv, 'drain', { signal: stop.signal })
  } finally {
    clearTimeout(stalled)
  }
}

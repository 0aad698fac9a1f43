import { once } from 'node:events'
import { Readable } from 'node:stream'
import type { Stringifier } from 'csv-stringify'
import { readNow } from '@/lib/after-sales/store'
import type { Membership } from '@/lib/auth/gate'
import { NOWHERE } from '@/lib/db/reach'
import { inTransaction } from '@/lib/db/transaction'
import type { Locale } from '@/lib/i18n/locale'
import { logger } from '@/lib/logger'
import { processWide } from '@/lib/process-wide'
import { onShutdown } from '@/lib/shutdown'
import { type Column, openCsv, writeCells } from './csv'
import { type ExportName, nameExport } from './file-name'
import { type Words, wordsOf } from './words'

/** Each holds a connection and a snapshot: so many at once in a process, and one for each person. */
const MOST_AT_ONCE = 3
/** A reader that takes nothing for so long has gone; nobody keeps a snapshot for longer than the other. */
const STALLED_MS = 30_000
const LONGEST_MS = 15 * 60_000
/** What may wait between the database and the network, in bytes. */
const AHEAD = 64 * 1024

/** Who asks, of which shop, in which language. `signal`: aborted when the client is gone. */
export type ExportRequest = { userId: string; shop: Membership; locale: Locale; signal: AbortSignal }
export type OpenedExport = { body: ReadableStream; fileName: string }

/** What is exported: its columns, its part of the file's name, and its rows, some at a time; `log`: what the log says of it. */
export type Exported<R> = {
  of: ExportName
  columns: readonly Column<R>[]
  log: { [fact: string]: string }
  read: (take: (rows: readonly R[]) => Promise<void>) => Promise<void>
}

/**
 * A file of the shop's as CSV; null while too many exports are under way. It breaks off with an error rather than end early:
 * who gets an end has everything.
 */
export async function openExport<R>(exported: Exported<R>, request: ExportRequest): Promise<OpenedExport | null> {
  const now = await inTransaction(NOWHERE, readNow)
  const running = processWide('exports', () => new Set<string>())
  if (running.has(request.userId) || running.size >= MOST_AT_ONCE) return null
  running.add(request.userId)
  const words = wordsOf(request.locale)
  const csv = openCsv(exported.columns, words)
  // a failure is the reader's to hear; without one it is nobody's
  csv.on('error', () => {})
  void fill(csv, words, exported, request).finally(() => running.delete(request.userId))
  const strategy = new ByteLengthQueuingStrategy({ highWaterMark: AHEAD })
  // Node's stream and the platform's are one and the same
  const body = Readable.toWeb(csv, { strategy }) as ReadableStream
  return { body, fileName: nameExport(exported.of, request.shop.shopName, now, words) }
}

/** Never rejects: what goes wrong is the stream's end. */
async function fill<R>(
  csv: Stringifier,
  words: Words,
  { of, columns, log, read }: Exported<R>,
  { userId, shop, signal }: ExportRequest,
): Promise<void> {
  const stop = new AbortController()
  const end = () => stop.abort()
  const longest = setTimeout(end, LONGEST_MS)
  const forgetShutdown = onShutdown(end)
  signal.addEventListener('abort', end, { once: true })
  csv.once('close', end)
  const facts = { of, userId, shopId: shop.shopId, ...log, rows: 0 }
  try {
    if (signal.aborted) end()
    await read(async (rows) => {
      for (const row of rows) {
        stop.signal.throwIfAborted()
        if (!csv.write(writeCells(columns, row, words))) await drained(csv, stop)
      }
      facts.rows += rows.length
    })
    stop.signal.throwIfAborted()
    csv.end()
    logger().info(facts, 'an export was made')
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

import { hkdfSync } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { env } from '@/lib/env'
import { sessionSecret } from '@/lib/secret'

/** What a backup says of itself: `backup.json` begins it, and `manifest.json`, once all is known, ends it. */

/** Raised when a program that does not know of the change would read a backup wrongly. */
export const FORMAT = 1

const tableSchema = z.object({ schema: z.string(), name: z.string(), columns: z.array(z.string()).min(1) })
const sequenceSchema = z.object({ schema: z.string(), name: z.string(), last: z.string(), called: z.boolean() })

export const headSchema = z.object({
  format: z.number(),
  createdAt: z.iso.datetime(),
  /** the server's version, for people */
  postgres: z.string(),
  /** in their order, as `_prisma_migrations` has them */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  /** null: there was none that the processes shared */
  secret: z.string().nullable(),
  /** with `s3` they stay in the bucket */
  files: z.enum(['disk', 's3']),
  tables: z.array(tableSchema),
})

export const tailSchema = z.object({
  /** in the order of the head's */
  tables: z.array(z.object({ rows: z.number(), checksum: z.string() })),
  sequences: z.array(sequenceSchema),
  files: z.object({ count: z.number(), bytes: z.number() }),
  /** SHA-256 of all that comes before, names and lengths included */
  contents: z.string(),
})

/** A table with the columns that are written: those that are computed from them are not. */
export type Table = z.infer<typeof tableSchema>
export type Sequence = z.infer<typeof sequenceSchema>
export type Head = z.infer<typeof headSchema>
export type Tail = z.infer<typeof tailSchema>
/** How many rows, and a sum over all of them that does not depend on their order. */
export type Measure = Tail['tables'][number]

/**
 * By what two environments know that they hold the same secret, which it tells nothing of; null where there is none yet.
 * Secrets of webhooks and the like lie sealed in the database: without the one they were sealed with they stay shut.
 */
export function fingerprintSecret(): string | null {
  const { AFTERDESK_SECRET, AFTERDESK_DATA_DIR } = env()
  if (AFTERDESK_SECRET === undefined && !existsSync(join(AFTERDESK_DATA_DIR, 'session-secret'))) return null
  return Buffer.from(hkdfSync('sha256', sessionSecret(), '', 'afterdesk backup fingerprint v1', 8)).toString('hex')
}

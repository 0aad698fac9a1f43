import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '@/lib/db/embedded'
import type { Product } from './product'

/** Ends every process's connection to the news in the database. They make another by themselves. */
export async function cutOffNews({ dataDir }: Product): Promise<void> {
  const { url } = await startPostgres({ dataDir: join(dataDir, 'postgres') })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rowCount } = await client.query(
    `SELECT pg_terminate_backend("pid") FROM pg_stat_activity WHERE "application_name" = 'afterdesk-bus'`,
  )
  await client.end()
  if (!rowCount) throw new Error('Nobody listened.')
}

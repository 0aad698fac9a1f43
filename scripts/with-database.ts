import { join } from 'node:path'
import { startPostgres } from '@/lib/db/embedded'
import { migrate } from '@/lib/db/migrate'
import { closePool } from '@/lib/db/pool'
import { adoptEmbeddedDatabase, env, ownerUrl } from '@/lib/env'

/** The database of DATABASE_URL, else the one of the data directory, whether the server runs at the moment or not. */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  const { DATABASE_URL, AFTERDESK_DATA_DIR } = env()
  const embedded = DATABASE_URL ? null : await startPostgres({ dataDir: join(AFTERDESK_DATA_DIR, 'postgres') })
  try {
    if (embedded) adoptEmbeddedDatabase(embedded)
    await migrate(ownerUrl() ?? '')
    return await work()
  } finally {
    await closePool()
    await embedded?.stop()
  }
}

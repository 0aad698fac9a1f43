import { join } from 'node:path'
import { startPostgres } from '@/lib/db/embedded'
import { env } from '@/lib/env'

/** The database of DATABASE_URL, else the embedded one, as it is: nobody migrates it. */
export async function withServer<T>(work: (url: string) => Promise<T>): Promise<T> {
  const { DATABASE_URL, AFTERDESK_DATA_DIR } = env()
  if (DATABASE_URL !== undefined) return work(DATABASE_URL)
  const embedded = await startPostgres({ dataDir: join(AFTERDESK_DATA_DIR, 'postgres') })
  try {
    return await work(embedded.url)
  } finally {
    await embedded.stop()
  }
}

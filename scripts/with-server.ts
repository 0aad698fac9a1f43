import { join } from 'node:path'
import { startPostgres } from '@/lib/db/embedded'
import { env, ownerUrl } from '@/lib/env'

/** The owner's login to the database of DATABASE_URL, else to the embedded one, as it is: nobody migrates it. */
export async function withServer<T>(work: (url: string) => Promise<T>): Promise<T> {
  const url = ownerUrl()
  if (url !== undefined) return work(url)
  const embedded = await startPostgres({ dataDir: join(env().AFTERDESK_DATA_DIR, 'postgres') })
  try {
    return await work(embedded.url)
  } finally {
    await embedded.stop()
  }
}

import { join } from 'node:path'
import type { Page, Request } from '@playwright/test'
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

/**
 * For a page that must not hear what others do. To be called before it is opened: a page looks anew as soon as it is
 * connected, and would see then what it was not to hear. Returns what waits for that look and ends the page's news for good.
 */
export function prepareCutOff(page: Page): () => Promise<void> {
  const looked = new Promise<void>((resolve) => {
    const see = (request: Request) => {
      const { rsc, 'next-router-prefetch': ahead } = request.headers()
      if (rsc && !ahead) resolve()
    }
    page.on('requestfinished', see)
    // the router hangs up on an answer once it has all that it needs of it
    page.on('requestfailed', see)
  })
  return async () => {
    await looked
    await page.route('**/api/events', (route) => route.abort())
    // it gives up the stream that it has and asks for another
    await page.evaluate(() => dispatchEvent(new Event('online')))
  }
}

import { join } from 'node:path'
import pg from 'pg'
import { type EmbeddedPostgres, startPostgres } from '@/lib/db/embedded'
import type { Wire } from './wire'

/** The one PostgreSQL of a run, on files that are written for good, behind the wire that the product knows it by. */
export type Cluster = {
  /** As the product reaches it: through the wire. */
  url: string
  /** Ends it in the middle of everything (`immediate`), and starts it again from its log. */
  crash(): Promise<void>
  /** For the run's own statements, past the wire; a connection for each. Throws while it is down. */
  ask<T extends pg.QueryResultRow>(sql: string, params?: readonly unknown[]): Promise<T[]>
  /** The same for several on one connection. */
  use<T>(fn: (client: pg.Client) => Promise<T>): Promise<T>
  stop(): Promise<void>
}

export async function startCluster(folder: string, wire: Wire): Promise<Cluster> {
  const start = async () => {
    const started = await startPostgres({ dataDir: join(folder, 'postgres') })
    wire.lead(Number(new URL(started.url).port))
    return started
  }
  let server: EmbeddedPostgres = await start()

  async function use<T>(fn: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: server.url, options: '-c timezone=UTC' })
    client.on('error', () => undefined)
    await client.connect()
    try {
      return await fn(client)
    } finally {
      await client.end().catch(() => undefined)
    }
  }

  return {
    url: Object.assign(new URL(server.url), { port: String(wire.port) }).href,
    async crash() {
      process.kill(server.pid, 'SIGQUIT')
      await server.ended
      server = await start()
    },
    ask: <T extends pg.QueryResultRow>(sql: string, params: readonly unknown[] = []) =>
      use(async (client) => (await client.query<T>(sql, [...params])).rows),
    use,
    stop: () => server.stop(),
  }
}

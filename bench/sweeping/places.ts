import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type EmbeddedPostgres, startPostgres } from '@/lib/db/embedded'
import { migrate } from '@/lib/db/migrate'
import { closePool } from '@/lib/db/pool'
import { closeAccess, database } from '@/tests/support/access'
import { turnTo } from '../stock'

/** Databases to measure on: each measurement has a copy of its own, and so the same beginning. */
export type Places = {
  server: EmbeddedPostgres
  /** A migrated database with what `fill` puts there; it is told the address. */
  make(name: string, fill: (url: string) => Promise<void>): Promise<void>
  /** A fresh copy of it, gone when `use` has ended. */
  onCopy<T>(name: string, use: (url: string) => Promise<T>): Promise<T>
}

/** Nothing waits for the disk: disks differ more than all that is measured, and what commits seldom gains least by it. */
export async function withPlaces(measure: (places: Places) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'afterdesk-bench-'))
  const server = await startPostgres({ dataDir: join(folder, 'postgres'), durable: false })
  const addressOf = (name: string) => Object.assign(new URL(server.url), { pathname: `/${name}` }).href
  const command = async (sql: string) => {
    await turnTo(server.url)
    await database.query('SET statement_timeout = 0')
    await database.query(sql)
    await leave()
  }
  try {
    await measure({
      server,
      async make(name, fill) {
        await command(`CREATE DATABASE ${name}`)
        await migrate(addressOf(name))
        await turnTo(addressOf(name))
        await fill(addressOf(name))
        await leave()
      },
      async onCopy(name, use) {
        await command(`CREATE DATABASE copy TEMPLATE ${name}`)
        try {
          return await use(addressOf('copy'))
        } finally {
          await command('DROP DATABASE copy WITH (FORCE)')
        }
      },
    })
  } finally {
    await leave()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function leave(): Promise<void> {
  await Promise.all([closePool(), closeAccess()])
}

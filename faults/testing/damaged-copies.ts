import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { beforeAll, inject } from 'vitest'
import { closePool } from '@/lib/db/pool'
import { closeAccess } from '@/tests/support/access'
import { useApi } from '@/tests/support/api'
import { useDatabase } from '@/tests/support/database'
import { allowPrivateTargets } from '@/tests/support/webhooks'
import { type Books, check } from '../check/checker'
import type { FindingKind } from '../check/finding'
import { makeSoundWorld, type SoundWorld } from './sound-world'

/** What is done to a copy of a sound database, and of the books that belong to it. */
export type Damage = (client: pg.Client, books: Books) => Promise<unknown> | unknown

/**
 * A sound world for the test file that calls it, at its top. `findAfter`: what the checker finds in a copy of it that was
 * damaged so, each kind once; `sql`: a damage by statements, in which `:paid`, `:expired` and so on are the cases.
 */
export function useDamagedCopies() {
  const source = useDatabase()
  useApi()
  let world: SoundWorld
  beforeAll(async () => {
    allowPrivateTargets()
    world = await withClient(source.url(), makeSoundWorld)
    // nobody may be at it while it is copied
    await Promise.all([closePool(), closeAccess()])
  })

  async function findAfter(damage: Damage): Promise<FindingKind[]> {
    const name = `faults_${randomUUID().replaceAll('-', '')}`
    const original = new URL(source.url()).pathname.slice(1)
    await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${original}`)
    try {
      return await withClient(Object.assign(new URL(source.url()), { pathname: name }).href, async (client) => {
        const books = structuredClone(world.books)
        // past the triggers that keep anybody else from it
        await client.query('SET session_replication_role = replica')
        await damage(client, books)
        const { findings } = await check(client, books)
        return [...new Set(findings.map(({ kind }) => kind))].sort()
      })
    } finally {
      await asAdmin(`DROP DATABASE ${name} WITH (FORCE)`)
    }
  }

  const sql = (text: string) => (client: pg.Client) =>
    client.query(
      text.replaceAll(
        /:(paid|expired|disputed|exchanged|exchange)\b/g,
        (_, name: keyof SoundWorld['cases']) => `'${world.cases[name]}'`,
      ),
    )

  return { findAfter, sql, nos: () => world.cases }
}

function asAdmin(sql: string): Promise<unknown> {
  return withClient(inject('postgresUrl'), (admin) => admin.query(sql))
}

async function withClient<T>(connectionString: string, fn: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, options: '-c timezone=UTC' })
  await client.connect()
  try {
    return await fn(client)
  } finally {
    await client.end()
  }
}

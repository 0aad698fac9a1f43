import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { closePool } from '@/lib/db/pool'
import { forgetEnv } from '@/lib/env'

/**
 * Gives the test file that calls it, at its top, a migrated and empty database of its own: `pool()`, `prisma()` and
 * whatever stands on them use it. `url()` is for further connections, once the tests run.
 */
export function useDatabase(): { url(): string } {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const url = new URL(inject('postgresUrl'))
  url.pathname = name

  beforeAll(async () => {
    await runAsAdmin(`CREATE DATABASE ${name} TEMPLATE ${inject('templateName')}`)
    process.env.DATABASE_URL = url.href
    forgetEnv()
  })

  afterAll(async () => {
    await closePool()
    await runAsAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  })

  return { url: () => url.href }
}

async function runAsAdmin(sql: string): Promise<void> {
  const admin = new pg.Client({ connectionString: inject('postgresUrl') })
  await admin.connect()
  try {
    await admin.query(sql)
  } finally {
    await admin.end()
  }
}

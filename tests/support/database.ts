import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { appAddress } from '@/lib/db/embedded/login'
import { closePool } from '@/lib/db/pool'
import { forgetEnv } from '@/lib/env'
import { closeAccess } from '@/tests/support/access'

/**
 * Gives the test file that calls it, at its top, a migrated and empty database of its own: `pool()` and whatever stands on
 * it use it as the application, `access.ts` as the owner. `url()` is the owner's, for further connections, once the tests run.
 */
export function useDatabase(): { url(): string } {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const url = new URL(inject('postgresUrl'))
  url.pathname = name

  beforeAll(async () => {
    await runAsAdmin(`CREATE DATABASE ${name} TEMPLATE ${inject('templateName')}`)
    Object.assign(process.env, { DATABASE_URL: appAddress(url.href), AFTERDESK_OWNER_URL: url.href })
    forgetEnv()
  })

  afterAll(async () => {
    await Promise.all([closePool(), closeAccess()])
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

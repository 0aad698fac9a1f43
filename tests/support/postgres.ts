import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '@/lib/db/embedded'
import { migrate } from '@/lib/db/migrate'
import { chooseBinaries } from '@/tests/support/binaries'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server's own database, from where others are made and dropped. */
    postgresUrl: string
    /** A database of the server, migrated and empty, to be cloned. */
    templateName: string
  }
}

/** Starts one PostgreSQL for all test files: the bundled one, or the system's of the version that is asked for. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'afterdesk-test-'))
  const server = await startPostgres({ dataDir: join(folder, 'postgres'), durable: false, ...chooseBinaries() })
  const templateName = 'afterdesk_template'
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${templateName}`)
  await admin.end()
  const template = new URL(server.url)
  template.pathname = templateName
  await migrate(template.href)
  project.provide('postgresUrl', server.url)
  project.provide('templateName', templateName)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

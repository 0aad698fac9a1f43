import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { startPostgres } from '@/lib/db/embedded'
import { migrate } from '@/lib/db/migrate'
import { ask } from '@/tests/support/fresh-database'

/** The database that the product brings along is backed up while it runs, and when it does not. */

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'afterdesk-backup-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const dataOf = (name: string) => join(folder, name)

async function type(command: string, file: string, data: string): Promise<string> {
  const env = {
    DATABASE_URL: '',
    AFTERDESK_DATA_DIR: dataOf(data),
    AFTERDESK_SECRET: 'a-secret-for-tests-0123456789-abcdef',
  }
  const args = ['--import', 'tsx', `scripts/${command}.ts`, join(folder, file)]
  return (await run(process.execPath, args, { env: { ...process.env, ...env } })).stdout
}

async function withData<T>(data: string, work: (url: string) => Promise<T>): Promise<T> {
  const server = await startPostgres({ dataDir: join(dataOf(data), 'postgres'), durable: false })
  try {
    return await work(server.url)
  } finally {
    await server.stop()
  }
}

test('both ways lead to the same archive, and into a new data directory', async () => {
  await withData('here', async (url) => {
    await migrate(url)
    await ask(url, `INSERT INTO "Shop" ("id", "name") VALUES ('nanzhi', '南栀织物')`)
    expect(await type('backup', 'running.tar.gz', 'here')).toMatch(/running\.tar\.gz holds \d+ tables/)
    // whose server it is, he goes on
    expect(await ask(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })
  expect(await type('backup', 'stopped.tar.gz', 'here')).toMatch(/stopped\.tar\.gz holds \d+ tables/)
  expect(await type('restore', 'stopped.tar.gz', 'there')).toContain('The database holds what')
  await withData('there', async (url) =>
    expect(await ask(url, `SELECT "name" FROM "Shop"`)).toEqual([{ name: '南栀织物' }]),
  )
}, 180_000)

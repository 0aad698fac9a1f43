import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '@/lib/db/migrate'
import { openCase } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { useFiles } from '@/tests/support/files'
import { ask, useFreshDatabases } from '@/tests/support/fresh-database'
import { allowPrivateTargets } from '@/tests/support/webhooks'

/** The commands as somebody types them, and what is left when their processes are killed at their work. */

const { url } = useDatabase()
const fresh = useFreshDatabases()
useFiles()

const folder = mkdtempSync(join(tmpdir(), 'afterdesk-backup-'))
const archive = join(folder, 'desk.tar.gz')
// a process takes its time to begin on a busy machine
const PATIENT = { timeout: 120_000 }

beforeAll(async () => {
  allowPrivateTargets()
  await openCase()
}, 180_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

function start(command: 'backup' | 'restore', database: string): ChildProcess & { said: string } {
  const child = spawn(process.execPath, ['--import', 'tsx', `scripts/${command}.ts`, archive], {
    env: { ...process.env, DATABASE_URL: database, AFTERDESK_OWNER_URL: '' },
  })
  const told = Object.assign(child, { said: '' })
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      told.said += String(chunk)
    })
  return told
}

async function finish(command: 'backup' | 'restore', database: string): Promise<string> {
  const child = start(command, database)
  const [code] = await once(child, 'close')
  return `${code} ${child.said}`
}

/** Lets the process come to where it has to wait for somebody, and kills it there. */
async function killWaiting(child: ChildProcess & { said: string }, database: string): Promise<void> {
  const waiting = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'afterdesk-backup'
    AND wait_event_type = 'Lock'`
  await expect.poll(async () => [child.said, (await ask(database, waiting)).length], PATIENT).toEqual(['', 1])
  child.kill('SIGKILL')
  await once(child, 'close')
}

const gone = (database: string) =>
  expect
    .poll(() =>
      ask(
        database,
        `SELECT pid FROM pg_stat_activity WHERE datname = current_database()
      AND application_name = 'afterdesk-backup'`,
      ),
    )
    .toEqual([])

async function holding<T>(database: string, statement: string, work: () => Promise<T>): Promise<T> {
  const holder = new pg.Client({ connectionString: database })
  await holder.connect()
  try {
    await holder.query('BEGIN')
    await holder.query(statement)
    return await work()
  } finally {
    await holder.end()
  }
}

test('a backup that is killed leaves nothing under its name, and the next one is whole', async () => {
  await holding(url(), `LOCK TABLE "WebhookEvent" IN ACCESS EXCLUSIVE MODE`, () =>
    killWaiting(start('backup', url()), url()),
  )
  expect(existsSync(archive)).toBe(false)
  expect(existsSync(`${archive}.partial`)).toBe(true)
  expect(await finish('backup', url())).toMatch(/^0 .*desk\.tar\.gz holds \d+ tables/s)
  expect(existsSync(`${archive}.partial`)).toBe(false)
}, 180_000)

test('a restore that is killed leaves an empty database, and the next one fills it', async () => {
  const target = await fresh.create()
  await migrate(target)
  // orders are there when it comes to shops, whose first row has to wait
  await ask(
    target,
    `CREATE FUNCTION wait_here() RETURNS boolean LANGUAGE sql AS 'SELECT pg_advisory_xact_lock(7) IS NOT NULL'`,
  )
  await ask(target, `ALTER TABLE "Shop" ADD CONSTRAINT "waits" CHECK (wait_here())`)
  await holding(target, 'SELECT pg_advisory_xact_lock(7)', () => killWaiting(start('restore', target), target))
  await gone(target)
  await ask(target, `ALTER TABLE "Shop" DROP CONSTRAINT "waits"`)
  const counts = `SELECT (SELECT count(*) FROM "Order")::int AS orders, (SELECT count(*) FROM "Shop")::int AS shops`
  expect(await ask(target, counts)).toEqual([{ orders: 0, shops: 0 }])
  expect(await finish('restore', target)).toMatch(/^0 The database holds what/)
  expect(await ask(target, counts)).toEqual([{ orders: 1, shops: 1 }])
  expect(await finish('restore', target)).toMatch(/^1 The database is not empty/)
}, 180_000)

test('a faulty command shows how it goes', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/restore.ts', '--no-such'], { env: process.env })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += String(chunk)
  })
  expect(await once(child, 'close')).toEqual([1, null])
  expect(said).toContain('npm run restore -- <file>')
}, 180_000)

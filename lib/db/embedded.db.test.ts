import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type EmbeddedPostgres, startPostgres } from '@/lib/db/embedded'
import { isAlive } from '@/lib/db/embedded/postmaster'
import { chooseBinaries } from '@/tests/support/binaries'

const prepared = mkdtempSync(join(tmpdir(), 'afterdesk-prepared-'))
let folder = ''
let dataDir = ''
let running: EmbeddedPostgres[] = []
let parents: ChildProcess[] = []

// Making database files takes most of a start: the tests that are not about it get a copy of these.
beforeAll(async () => {
  const server = await startPostgres({ dataDir: join(prepared, 'postgres'), durable: false, ...chooseBinaries() })
  await server.stop()
})

afterAll(() => rmSync(prepared, { recursive: true, force: true }))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'afterdesk-embedded-'))
  dataDir = join(folder, 'data', 'postgres')
})

afterEach(async () => {
  for (const parent of parents) parent.kill('SIGKILL')
  for (const server of running) await server.stop()
  running = []
  parents = []
  rmSync(folder, { recursive: true, force: true })
})

test('makes its database files, keeps what was written, and ends when told', async () => {
  const first = await start()
  await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS n')
  await first.stop()
  expect(isAlive(first.pid)).toBe(false)

  const second = await start()
  expect(await ask(second.url, 'SELECT n FROM kept')).toEqual([{ n: 42 }])
})

test('sorts by code point, speaks UTC and UTF-8, and asks for a password', async () => {
  copyPrepared()
  const { url } = await start()
  expect(
    await ask(
      url,
      `SELECT string_agg(word, '' ORDER BY word) AS sorted, current_setting('TimeZone') AS zone,
              current_setting('server_encoding') AS encoding, upper('é') AS upper
         FROM unnest(ARRAY['b', 'a', 'B', '售']) AS word`,
    ),
  ).toEqual([{ sorted: 'Bab售', zone: 'UTC', encoding: 'UTF8', upper: 'É' }])
  const stranger = new URL(url)
  stranger.password = 'guess'
  await expect(ask(stranger.href, 'SELECT 1')).rejects.toThrow('password authentication failed')
})

test('is safe against a power cut unless a test gives that up', async () => {
  copyPrepared()
  const safe = await startPostgres({ dataDir, ...chooseBinaries() })
  expect(await ask(safe.url, 'SHOW fsync')).toEqual([{ fsync: 'on' }])
  await safe.stop()
  const quick = await start()
  expect(await ask(quick.url, 'SHOW fsync')).toEqual([{ fsync: 'off' }])
})

test('two that start at once share one server', async () => {
  const servers = await Promise.all([start(), start()])
  expect(servers.map(({ attached }) => attached).sort()).toEqual([false, true])
  expect(new Set(servers.map(({ pid }) => pid)).size).toBe(1)
})

test('ends with a parent that is killed, and starts again at once', async () => {
  copyPrepared()
  const { parent, pid } = await startInParent()
  parent.kill('SIGKILL')
  const server = await start()
  expect(server).toMatchObject({ attached: false })
  expect(server.pid).not.toBe(pid)
  expect(await ask(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('attaches to the server of another process', async () => {
  copyPrepared()
  const { pid } = await startInParent()
  const server = await start()
  expect(server).toMatchObject({ attached: true, pid })
  await server.stop()
  expect(isAlive(pid)).toBe(true)
})

test('starts after a kill in the middle of making the database files', async () => {
  const parent = hold()
  await vi.waitUntil(() => existsSync(join(folder, 'data')) && readdirSync(join(folder, 'data')).length > 0, {
    timeout: 30_000,
    interval: 5,
  })
  parent.kill('SIGKILL')
  await once(parent, 'exit')
  expect(existsSync(dataDir)).toBe(false)
  const server = await start()
  expect(await ask(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  expect(readdirSync(join(folder, 'data')).sort()).toEqual(['postgres', 'postgres.log'])
})

test.each([
  ['a dead process', 2 ** 22 + 1],
  ['a process that is no PostgreSQL', process.pid],
])('starts beside the postmaster.pid of %s', async (_, pid) => {
  copyPrepared()
  writeFileSync(join(dataDir, 'postmaster.pid'), `${pid}\n${dataDir}\n1\n5432\n\n127.0.0.1\n\nready   \n`)
  expect(await start()).toMatchObject({ attached: false })
})

test('leaves a folder alone that holds something else', async () => {
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(join(dataDir, 'diary.txt'), 'mine')
  await expect(start()).rejects.toThrow('holds files but no PostgreSQL database')
  expect(readdirSync(dataDir)).toEqual(['diary.txt'])
})

function copyPrepared(): void {
  cpSync(prepared, join(folder, 'data'), { recursive: true })
}

async function start(): Promise<EmbeddedPostgres> {
  const server = await startPostgres({ dataDir, durable: false, ...chooseBinaries() })
  running.push(server)
  return server
}

function hold(): ChildProcess {
  const parent = spawn(process.execPath, ['--import', 'tsx', 'tests/support/hold-postgres.ts', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  parents.push(parent)
  return parent
}

async function startInParent(): Promise<{ parent: ChildProcess; pid: number }> {
  const parent = hold()
  if (!parent.stdout) throw new Error('the parent has no output')
  const [line] = await once(createInterface({ input: parent.stdout }), 'line')
  return { parent, pid: Number(line) }
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

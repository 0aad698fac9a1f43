import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findMissingMigrations, migrate } from '@/lib/db/migrate'
import { database } from '@/tests/support/access'
import { useDatabase } from '@/tests/support/database'

const { url } = useDatabase()
let dir = ''

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'afterdesk-migrations-'))
})

afterEach(async () => {
  rmSync(dir, { recursive: true, force: true })
  await database.query('DROP TABLE IF EXISTS first, second, _prisma_migrations')
})

test('the migrations of this checkout are all in the template, and a second run finds nothing to do', async () => {
  // Runs first: the tests below throw the history away.
  expect(await findMissingMigrations(url())).toEqual([])
  expect(await migrate(url())).toEqual([])
})

test('applies in the order of names, once, and keeps the books as Prisma does', async () => {
  write('2_second', 'CREATE TABLE second AS SELECT * FROM first;')
  write('1_first', 'CREATE TABLE first (n int); INSERT INTO first VALUES (1);')
  expect(await findMissingMigrations(url(), dir)).toEqual(['1_first', '2_second'])
  expect(await migrate(url(), dir)).toEqual(['1_first', '2_second'])
  expect(await migrate(url(), dir)).toEqual([])
  expect(await readBooks()).toEqual([
    { migration_name: '1_first', finished: true, rolled_back: false, applied_steps_count: 1, checksum_length: 64 },
    { migration_name: '2_second', finished: true, rolled_back: false, applied_steps_count: 1, checksum_length: 64 },
  ])
})

test('several processes that start at once migrate once', async () => {
  write('1_first', 'CREATE TABLE first (n int);')
  const applied = await Promise.all([1, 2, 3].map(() => migrate(url(), dir)))
  expect(applied.flat()).toEqual(['1_first'])
})

test('refuses a migration that was edited after it was applied', async () => {
  write('1_first', 'CREATE TABLE first (n int);')
  await migrate(url(), dir)
  write('1_first', 'CREATE TABLE first (n bigint);')
  await expect(migrate(url(), dir)).rejects.toThrow('Migration 1_first was edited after it was applied')
})

test('refuses a database that is ahead of this checkout', async () => {
  write('1_first', 'CREATE TABLE first (n int);')
  write('2_second', 'CREATE TABLE second (n int);')
  await migrate(url(), dir)
  rmSync(join(dir, '2_second'), { recursive: true })
  await expect(migrate(url(), dir)).rejects.toThrow('2_second was applied to this database, but this checkout has no')
})

test('takes a failing migration back whole, and runs it again once it is repaired', async () => {
  write('1_first', 'CREATE TABLE first (n int);')
  write('2_second', 'CREATE TABLE second (n int); SELECT 1 / 0;')
  await expect(migrate(url(), dir)).rejects.toThrow('Migration 2_second failed and was taken back: division by zero')
  const { rows } = await database.query(`SELECT to_regclass('first') IS NULL AS first, to_regclass('second') AS second`)
  expect(rows).toEqual([{ first: false, second: null }])
  write('2_second', 'CREATE TABLE second (n int);')
  expect(await migrate(url(), dir)).toEqual(['2_second'])
  expect((await readBooks()).map(({ rolled_back }) => rolled_back)).toEqual([false, true, false])
})

test('refuses to go on over a migration that another tool left half done', async () => {
  write('1_first', 'CREATE TABLE first (n int);')
  await migrate(url(), dir)
  await database.query('UPDATE _prisma_migrations SET finished_at = NULL')
  await expect(migrate(url(), dir)).rejects.toThrow('Migration 1_first failed earlier')
})

test('says that a database cannot be reached', async () => {
  const nowhere = new URL(url())
  nowhere.pathname = '/nowhere'
  await expect(migrate(nowhere.href, dir)).rejects.toThrow('The database cannot be reached, check DATABASE_URL')
})

function write(name: string, sql: string): void {
  mkdirSync(join(dir, name), { recursive: true })
  writeFileSync(join(dir, name, 'migration.sql'), sql)
}

interface Entry {
  migration_name: string
  finished: boolean
  rolled_back: boolean
  applied_steps_count: number
  checksum_length: number
}

async function readBooks(): Promise<Entry[]> {
  const { rows } = await database.query<Entry>(
    `SELECT migration_name, finished_at IS NOT NULL AS finished, rolled_back_at IS NOT NULL AS rolled_back,
            applied_steps_count, length(checksum) AS checksum_length
       FROM _prisma_migrations
      ORDER BY started_at, id`,
  )
  return rows
}

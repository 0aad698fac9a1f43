import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { migrate } from '@/lib/db/migrate'
import { readMigrations } from '@/lib/db/migrations'
import { forgetEnv } from '@/lib/env'
import { database } from '@/tests/support/access'
import { openCase } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { BY_PLATFORM, upload, useFiles } from '@/tests/support/files'
import { ask, useFreshDatabases } from '@/tests/support/fresh-database'
import { allowPrivateTargets, WEBHOOK_ENV } from '@/tests/support/webhooks'
import { verifyArchive } from './archive-reader'
import { makeBackup } from './make-backup'
import { restoreBackup } from './restore-backup'
import { migrateAsBackup } from './schema-store'

/** What cannot be restored is refused with a sentence, and leaves nothing behind. */

const { url } = useDatabase()
const fresh = useFreshDatabases()
useFiles()

const folder = mkdtempSync(join(tmpdir(), 'afterdesk-backup-'))
const archive = join(folder, 'desk.tar.gz')
const other = join(folder, 'other.tar.gz')
let bytes = Buffer.alloc(0)
let target = ''

beforeAll(async () => {
  allowPrivateTargets()
  await openCase()
  await upload(BY_PLATFORM)
  await makeBackup(url(), archive)
  bytes = readFileSync(archive)
  target = await fresh.create()
})

afterEach(() => {
  Object.assign(process.env, WEBHOOK_ENV, { AFTERDESK_FILES: '', AFTERDESK_S3_BUCKET: '', AFTERDESK_S3_REGION: '' })
  forgetEnv()
})

afterAll(() => rm(folder, { recursive: true, force: true }))

const isUntouched = async () =>
  expect(await ask(target, `SELECT to_regclass('"Shop"') AS shop`)).toEqual([{ shop: null }])

describe('an archive that is not what was written', () => {
  const packed = (change: (unpacked: Buffer) => Buffer) => gzipSync(change(gunzipSync(bytes)))
  const replaced = (from: string, to: string) => (unpacked: Buffer) =>
    Buffer.from(unpacked.toString('latin1').replace(from, to), 'latin1')

  test.each<[string, () => Buffer, RegExp]>([
    ['cut in the middle', () => bytes.subarray(0, bytes.length >> 1), /damaged or cut short/],
    ['cut by its last byte', () => bytes.subarray(0, -1), /damaged or cut short/],
    ['empty', () => Buffer.alloc(0), /damaged or cut short|is cut short/],
    ['with a byte flipped', () => flip(bytes, bytes.length >> 1), /damaged or cut short/],
    ['packed again after a row was changed', () => packed(replaced('SKU-1', 'SKU-9')), /was altered after it was made/],
    ['packed again without its end', () => packed((all) => all.subarray(0, all.indexOf('manifest.json'))), /cut short/],
    ['something else', () => gzipSync(Buffer.alloc(2048)), /cut short|not a backup/],
    ['of a later format', () => packed(replaced('"format": 1', '"format": 2')), /made by a newer Afterdesk/],
  ])('%s', async (_, change, sentence) => {
    writeFileSync(other, change())
    await expect(restoreBackup(target, other)).rejects.toThrow(sentence)
    await isUntouched()
  })

  test('one that is not there', async () => {
    await expect(restoreBackup(target, join(folder, 'nothing.tar.gz'))).rejects.toThrow('There is no file')
  })
})

describe('an environment that does not fit', () => {
  const having = (changes: Record<string, string>) => {
    Object.assign(process.env, changes)
    forgetEnv()
  }
  test('another secret, unless somebody says so', async () => {
    having({ AFTERDESK_SECRET: 'another-secret-0123456789-abcdefghij' })
    await expect(restoreBackup(target, archive)).rejects.toThrow(/AFTERDESK_SECRET .* --other-secret/)
    await isUntouched()
    const elsewhere = await fresh.create()
    await restoreBackup(elsewhere, archive, { otherSecret: true })
    expect(await ask(elsewhere, `SELECT count(*)::int AS n FROM "AfterSale"`)).toEqual([{ n: 1 }])
  })

  test('files that were on a disk, where a bucket keeps them', async () => {
    having({ AFTERDESK_FILES: 's3', AFTERDESK_S3_BUCKET: 'b', AFTERDESK_S3_REGION: 'r' })
    await expect(restoreBackup(target, archive)).rejects.toThrow('for a disk')
    await isUntouched()
  })
})

describe('a database that is not new', () => {
  test('with rows: they stay, and nothing comes to them', async () => {
    await expect(restoreBackup(url(), archive)).rejects.toThrow(/The database is not empty/)
    const { rows } = await database.query(`SELECT count(*) AS n FROM "AfterSale"`)
    expect(rows).toEqual([{ n: 1 }])
  })

  test('migrated further than the backup', async () => {
    const old = await fresh.create()
    await migrateAsBackup(old, await headOfOlder())
    const file = join(folder, 'older.tar.gz')
    await makeBackup(old, file)
    const newest = await fresh.create()
    await migrate(newest)
    await expect(restoreBackup(newest, file)).rejects.toThrow(/which the backup has not: restore into a new one/)
  })

  test('in which the product is at work', async () => {
    const used = await fresh.create()
    const product = new pg.Client({ connectionString: used, application_name: 'afterdesk' })
    await product.connect()
    try {
      await expect(restoreBackup(used, archive)).rejects.toThrow('Afterdesk runs on this database')
    } finally {
      await product.end()
    }
  })

  test('none at all to back up, and a backup over another', async () => {
    await expect(makeBackup(await fresh.create(), join(folder, 'new.tar.gz'))).rejects.toThrow('nothing of Afterdesk')
    await expect(makeBackup(url(), archive)).rejects.toThrow('never written over another')
    await expect(makeBackup(url(), join(folder, 'no', 'such.tar.gz'))).rejects.toThrow('cannot be written')
    expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([])
    expect(readFileSync(archive)).toEqual(bytes)
  })
})

test('a backup that is older than this checkout comes back as it was, and is then brought up to it', async () => {
  const older = await headOfOlder()
  const source = await fresh.create()
  await migrateAsBackup(source, older)
  await ask(source, `INSERT INTO "Shop" ("id", "name") VALUES ('nanzhi', '南栀织物')`)
  const file = join(folder, 'from-yesterday.tar.gz')
  await makeBackup(source, file)
  const into = await fresh.create()
  const { further } = await restoreBackup(into, file)
  expect(further).toEqual([readMigrations().at(-1)?.name])
  expect(await ask(into, `SELECT "name" FROM "Shop"`)).toEqual([{ name: '南栀织物' }])
})

test('what a restore that failed on the way has done is done again by the next', async () => {
  const into = await fresh.create()
  // the tables are there, and one of them will not take what comes
  await migrate(into)
  await ask(into, `ALTER TABLE "OrderLine" ADD CONSTRAINT "stubborn" CHECK ("sku" = '')`)
  await expect(restoreBackup(into, archive)).rejects.toThrow('stubborn')
  expect(await ask(into, `SELECT (SELECT count(*) FROM "Shop")::int AS shops`)).toEqual([{ shops: 0 }])
  await ask(into, `ALTER TABLE "OrderLine" DROP CONSTRAINT "stubborn"`)
  await restoreBackup(into, archive)
  expect(await ask(into, `SELECT (SELECT count(*) FROM "OrderLine")::int AS lines`)).toEqual([{ lines: 1 }])
})

/** All migrations of this checkout but the newest. */
async function headOfOlder() {
  const { head } = await verifyArchive(archive)
  return { ...head, migrations: head.migrations.slice(0, -1) }
}

function flip(from: Buffer, at: number): Buffer {
  const copy = Buffer.from(from)
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at)
  return copy
}

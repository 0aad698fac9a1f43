import { mkdtempSync, readdirSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { env } from '@/lib/env'
import { balanceOf, recordPayment } from '@/lib/refunds/ledger'
import { createEndpoint } from '@/lib/webhooks/endpoint-store'
import { database, inTransaction } from '@/tests/support/access'
import { AGENT, act, apply, createOrder, eventsOf, MANAGER, mustSucceed, openCase } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { BY_PLATFORM, bytesOf, upload, useFiles } from '@/tests/support/files'
import { ask, moveTo, readEverything, useFreshDatabases } from '@/tests/support/fresh-database'
import { isScheduled, workOffRefunds } from '@/tests/support/queue'
import { orderRefund, refundOf } from '@/tests/support/refunds'
import { allowPrivateTargets } from '@/tests/support/webhooks'
import { type Made, makeBackup } from './make-backup'
import { type Restored, restoreBackup } from './restore-backup'

/** What was backed up is there again, whole, and the product goes on with it. */

const { url } = useDatabase()
const fresh = useFreshDatabases()
useFiles()

// what COPY has to put in other words: a field, a row, a null and an end of its own
const AWKWARD = 'a\tb\nc\\d \\N \\. "q" \'s\' {x,NULL} 售后 🧣\u2028'
const folder = mkdtempSync(join(tmpdir(), 'afterdesk-backup-'))
const archive = join(folder, 'desk.tar.gz')
let openNo = ''
let fileId = ''
let refund = { refundNo: '', shopId: '', orderNo: '' }
let before: Awaited<ReturnType<typeof readEverything>> = {}
let target = ''
let made: Made
let restored: Restored

beforeAll(async () => {
  allowPrivateTargets()
  const { shopId, no } = await openCase('RETURN_REFUND')
  openNo = no
  await inTransaction((tx) =>
    createEndpoint(tx, { shopId, actor: MANAGER }, { url: 'https://127.0.0.1/hook', types: null }),
  )
  await openCase('REFUND_ONLY', shopId)
  await database.query(`UPDATE "Shop" SET "name" = $1 WHERE "id" = $2`, [AWKWARD, shopId])
  fileId = (await upload(BY_PLATFORM)).id
  const { orderNo } = await createOrder({ shopId })
  mustSucceed(await apply(orderNo, { attachmentIds: [fileId] }))
  refund = await orderRefund()
  await inTransaction((tx) => recordPayment(tx, { ...refund, currency: 'CNY', totalFen: 20_000 }))
  // somebody is at this job while the backup is made
  await database.query(
    `UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'worker-1', attempts = attempts + 1 WHERE key = $1`,
    [refund.refundNo],
  )
  before = await readEverything(url())
  made = await makeBackup(url(), archive)
  await rm(join(env().AFTERDESK_DATA_DIR, 'files'), { recursive: true })
  target = await fresh.create()
  restored = await restoreBackup(target, archive)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test('every table of the catalogue holds the same, row by row', async () => {
  const after = await readEverything(target)
  expect(Object.keys(after)).toEqual(Object.keys(before))
  for (const [table, rows] of Object.entries(before)) {
    // when a migration was run, is of the database and not of what it holds
    if (table === '_prisma_migrations' || table === 'graphile_worker.migrations') continue
    // whoever was at a job is not there any more; below
    if (/_private_(jobs|job_queues)$/.test(table)) expect(after[table]).toHaveLength(rows.length)
    else expect(after[table], table).toEqual(rows)
  }
  expect(after['"Shop"']?.join('\n')).toContain('售后 🧣')
  expect(restored.tail).toEqual(made.tail)
  expect(restored.further).toEqual([])
})

test('checks, triggers and what is computed are as they were', async () => {
  const rules = `SELECT conrelid::regclass::text || conname || pg_get_constraintdef(oid) || convalidated AS rule FROM pg_constraint
      WHERE connamespace::regnamespace::text IN ('public', 'graphile_worker')
     UNION ALL SELECT tgrelid::regclass::text || pg_get_triggerdef(oid) || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
     ORDER BY 1`
  expect(await ask(target, rules)).toEqual(await ask(url(), rules))
  await expect(ask(target, `DELETE FROM "AfterSaleEvent"`)).rejects.toThrow()
  await expect(ask(target, `UPDATE "AfterSale" SET "shopId" = 'nowhere' WHERE "no" = $1`, [openNo])).rejects.toThrow(
    /foreign key|violates/,
  )
})

describe('the product goes on with it', () => {
  beforeAll(() => moveTo(target))
  afterAll(() => moveTo(url()))

  test('a case is decided, and the next ones get numbers of their own', async () => {
    expect(mustSucceed(await act(openNo, AGENT, { type: 'approve' })).status).toBe('AWAITING_RETURN')
    const known = new Set((await ask<{ no: string }>(url(), `SELECT "no" FROM "AfterSale"`)).map(({ no }) => no))
    const { no } = await openCase()
    expect(known.has(no)).toBe(false)
    expect(await eventsOf(no)).toHaveLength(1)
    await database.query(
      `INSERT INTO "SettingChange" ("kind", "actorRole", "data") SELECT "kind", "actorRole", "data" FROM "SettingChange" LIMIT 1`,
    )
  })

  test('a refund that was waiting is paid, once, though a worker was at it', async () => {
    expect(await isScheduled(refund.refundNo)).toBe('now')
    await workOffRefunds()
    await workOffRefunds()
    expect(await refundOf(refund.refundNo)).toMatchObject({ status: 'SUCCEEDED', attempts: 1 })
    expect(await balanceOf(refund.shopId, 'CNY')).toBe(7200)
  })

  test('a file of a case is there to be read', async () => {
    expect((await bytesOf(fileId)).length).toBeGreaterThan(0)
    expect(await bytesOf(fileId, 'thumbnail')).not.toHaveLength(0)
  })
})

test('the archive is whole under its name, and nobody but its owner reads it', () => {
  expect(statSync(archive).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['desk.tar.gz'])
})

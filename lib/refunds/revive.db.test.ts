import { describe, expect, test } from 'vitest'
import { database } from '@/tests/support/access'
import { useDatabase } from '@/tests/support/database'
import { isScheduled, workOffRefunds } from '@/tests/support/queue'
import { createFundedShop, expireLease, orderRefund, refundOf } from '@/tests/support/refunds'
import { beginAttempt } from './attempt-store'
import { REFUND_RETRY } from './retry-policy'
import { reviveRefunds } from './tidy-store'

useDatabase()

async function order(): Promise<string> {
  const { shopId } = await createFundedShop(100_000)
  return (await orderRefund(shopId)).refundNo
}

/** As if a worker had taken the job so long ago and had not come to anything with it. */
async function takeJob(refundNo: string, ago: string): Promise<void> {
  await database.query(
    `UPDATE graphile_worker._private_jobs SET attempts = attempts + 1, locked_by = 'a worker that died',
       locked_at = now() - $2::interval WHERE key = $1`,
    [refundNo, ago],
  )
}

async function removeJob(refundNo: string): Promise<void> {
  await database.query('SELECT graphile_worker.remove_job($1)', [refundNo])
}

describe('a refund is missed', () => {
  test('when its worker died before it began, and it is paid then', async () => {
    const refundNo = await order()
    await takeJob(refundNo, '3 minutes')
    await workOffRefunds()
    expect(await refundOf(refundNo)).toMatchObject({ status: 'PENDING', attempts: 0 })
    await reviveRefunds()
    await workOffRefunds()
    expect(await refundOf(refundNo)).toMatchObject({ status: 'SUCCEEDED', attempts: 1 })
  })

  test('when a restored backup has no job for it', async () => {
    const refundNo = await order()
    await removeJob(refundNo)
    await reviveRefunds()
    expect(await isScheduled(refundNo)).toBe('now')
  })

  test('when the queue gave it up', async () => {
    const refundNo = await order()
    await database.query('UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE key = $1', [refundNo])
    await reviveRefunds()
    expect(await isScheduled(refundNo)).toBe('now')
  })

  test('once the lease has ended of whoever had begun', async () => {
    const refundNo = await order()
    await beginAttempt(refundNo, 'LEDGER', REFUND_RETRY)
    await removeJob(refundNo)
    await reviveRefunds()
    expect(await isScheduled(refundNo)).toBeNull()
    await expireLease(refundNo)
    await reviveRefunds()
    expect(await isScheduled(refundNo)).toBe('now')
  })
})

describe('a refund is left alone', () => {
  test('while its turn is still to come', async () => {
    const refundNo = await order()
    await database.query(`UPDATE graphile_worker._private_jobs SET run_at = now() + interval '1 hour' WHERE key = $1`, [
      refundNo,
    ])
    await reviveRefunds()
    expect(await isScheduled(refundNo)).toBe('later')
  })

  test('while somebody has just taken its job', async () => {
    const refundNo = await order()
    await takeJob(refundNo, '10 seconds')
    await reviveRefunds()
    const { rows } = await database.query(`SELECT FROM graphile_worker.jobs WHERE key = $1 AND locked_at IS NULL`, [
      refundNo,
    ])
    expect(rows).toEqual([])
  })

  test('when it is paid, or waits for a person', async () => {
    const paid = await order()
    await workOffRefunds()
    const stuck = await order()
    await beginAttempt(stuck, 'LEDGER', REFUND_RETRY)
    await database.query(
      `UPDATE "Refund" SET "status" = 'STUCK', "leaseId" = NULL, "leaseUntil" = NULL WHERE "no" = $1`,
      [stuck],
    )
    await removeJob(stuck)
    await reviveRefunds()
    expect(await isScheduled(paid)).toBeNull()
    expect(await isScheduled(stuck)).toBeNull()
  })
})

import { expect, test } from 'vitest'
import { database } from '@/tests/support/access'
import { createOrder, shopScope } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { only, orderRefund } from '@/tests/support/refunds'
import { type RefundCursor, refundCursorSchema } from './cursor'
import { executeRefund } from './execute-refund'
import type { RefundGateway } from './gateway'
import { findRefundIn, listRefunds } from './queries'
import type { RefundSummary } from './views'

useDatabase()

const PAYS: RefundGateway = {
  name: 'HTTP',
  create: async () => ({ status: 'SUCCEEDED' }),
  query: async () => ({ status: 'UNKNOWN' }),
}

test('a list goes newest first, page by page, within its scope and status', async () => {
  const { shopId } = await createOrder()
  const ordered = []
  for (let n = 0; n < 5; n++) ordered.push(await orderRefund(shopId))
  const foreign = await orderRefund()
  const nos = ordered.map(({ refundNo }) => refundNo).reverse()
  const scope = shopScope(shopId)

  const pages: RefundSummary[][] = []
  for (let cursor: RefundCursor | undefined, n = 0; n < 10; n++) {
    const page = await listRefunds(scope, { limit: 2, cursor })
    pages.push(page.refunds)
    if (!page.nextCursor) break
    cursor = refundCursorSchema.parse(JSON.parse(JSON.stringify(page.nextCursor)))
  }
  expect(pages.map((page) => page.length)).toEqual([2, 2, 1])
  expect(pages.flat().map(({ no }) => no)).toEqual(nos)

  await executeRefund(nos[2] ?? '', { gateways: only(PAYS) })
  const succeeded = await listRefunds(scope, { status: 'SUCCEEDED', limit: 5 })
  expect(succeeded).toEqual({
    refunds: [
      {
        no: nos[2],
        afterSaleNo: ordered[2]?.no,
        origin: 'MERCHANT',
        amountFen: 12800,
        status: 'SUCCEEDED',
        attempts: 1,
        lastError: null,
      },
    ],
    nextCursor: null,
  })
  expect((await listRefunds(scope, { status: 'PENDING', limit: 5 })).refunds).toHaveLength(4)
  expect((await listRefunds({ kind: 'PLATFORM' }, { limit: 1 })).refunds).toMatchObject([{ no: foreign.refundNo }])
})

test('refunds ordered at the same instant are each listed once', async () => {
  const { shopId } = await createOrder()
  for (let n = 0; n < 4; n++) await orderRefund(shopId)
  await database.query(`UPDATE "Refund" SET "orderedAt" = '2026-01-01' WHERE "shopId" = $1`, [shopId])
  const scope = shopScope(shopId)
  const first = await listRefunds(scope, { limit: 2 })
  const second = await listRefunds(scope, { limit: 2, cursor: first.nextCursor ?? undefined })
  expect(new Set([...first.refunds, ...second.refunds].map(({ no }) => no)).size).toBe(4)
  expect(second.nextCursor).toBeNull()
})

test('a refund of another shop is not there', async () => {
  const { refundNo, shopId } = await orderRefund()
  expect(await findRefundIn(shopScope(shopId), refundNo)).toMatchObject({ no: refundNo, status: 'PENDING' })
  expect(await findRefundIn(shopScope('another'), refundNo)).toBeNull()
})

test('what was ordered cannot be changed, nor what was paid undone', async () => {
  const { refundNo } = await orderRefund()
  await expect(database.query(`UPDATE "Refund" SET "amountFen" = 1 WHERE "no" = $1`, [refundNo])).rejects.toThrow(
    'ordered',
  )
  await executeRefund(refundNo, { gateways: only(PAYS) })
  await expect(database.query(`UPDATE "Refund" SET "status" = 'PENDING' WHERE "no" = $1`, [refundNo])).rejects.toThrow(
    'paid',
  )
})

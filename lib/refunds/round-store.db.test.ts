import { describe, expect, test } from 'vitest'
import { inTransaction } from '@/tests/support/access'
import { AGENT, act, eventsOf, MANAGER, refusalOf, shopScope, stateOf } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { isScheduled } from '@/tests/support/queue'
import { only, orderRefund, refundOf } from '@/tests/support/refunds'
import { executeRefund } from './execute-refund'
import type { RefundGateway } from './gateway'
import { listStuckRefunds } from './queries'
import { retryStuckRefund, retryStuckRefundAs, retryStuckRefundByNo } from './round-store'

useDatabase()

const SUPPORT = { scope: { kind: 'PLATFORM' }, actor: { role: 'SUPPORT', id: 'support-1' } } as const
const GATEWAY: RefundGateway = {
  name: 'HTTP',
  create: async () => ({ status: 'FAILED', reason: 'account closed', retryable: false }),
  query: async () => ({ status: 'UNKNOWN' }),
}
const execute = (refundNo: string) => executeRefund(refundNo, { gateways: only(GATEWAY) })

async function orderStuck(shopId?: string) {
  const ordered = await orderRefund(shopId)
  await execute(ordered.refundNo)
  return ordered
}

const manager = (shopId: string) => ({ scope: shopScope(shopId), actor: MANAGER })
const agent = (shopId: string) => ({ scope: shopScope(shopId), actor: AGENT })

describe('a stuck refund', () => {
  test('is sent on its way again by a manager of its shop: a new round, the total goes on', async () => {
    const { refundNo, no, shopId } = await orderStuck()
    const retried = await inTransaction((tx) => retryStuckRefundByNo(tx, manager(shopId), refundNo))
    expect(retried).toMatchObject({
      ok: true,
      refund: { no: refundNo, status: 'PENDING', attempts: 1, lastError: 'account closed' },
    })
    expect(await refundOf(refundNo)).toMatchObject({ status: 'PENDING', attempts: 1, roundAttempts: 0 })
    expect(await stateOf(no)).toMatchObject({ status: 'REFUNDING', refund: { stuck: false } })
    expect((await eventsOf(no)).at(-1)).toMatchObject({ type: 'RefundRetried', actor: MANAGER, clause: 'R7.2' })
    expect(await isScheduled(refundNo)).toBe('now')
    await execute(refundNo)
    expect(await refundOf(refundNo)).toMatchObject({ status: 'STUCK', attempts: 2, roundAttempts: 1 })
  })

  test('is sent on its way again by support', async () => {
    const { no } = await orderStuck()
    expect(await retryStuckRefundAs([SUPPORT], no)).toMatchObject({ ok: true })
    expect((await eventsOf(no)).at(-1)).toMatchObject({ type: 'RefundRetried', actor: SUPPORT.actor })
  })

  test('begins a new round however the case came to be retried', async () => {
    const { refundNo, no, shopId } = await orderStuck()
    await act(no, MANAGER, { type: 'retryRefund' })
    expect(await listStuckRefunds(shopScope(shopId))).toEqual([])
    await execute(refundNo)
    expect(await refundOf(refundNo)).toMatchObject({ status: 'STUCK', attempts: 2, roundAttempts: 1 })
  })

  test('is nothing for an agent, and nothing at all for another shop', async () => {
    const { refundNo, no, shopId } = await orderStuck()
    expect(refusalOf(await retryStuckRefundAs([manager('another'), agent(shopId)], no))).toBe('notPermitted')
    expect(await retryStuckRefundAs([manager('another')], no)).toEqual({ ok: false, missing: true })
    const byNo = await inTransaction((tx) => retryStuckRefundByNo(tx, manager('another'), refundNo))
    expect(byNo).toEqual({ ok: false, missing: true })
    expect(await refundOf(refundNo)).toMatchObject({ status: 'STUCK', attempts: 1 })
  })

  test('is retried once by two who click at the same time', async () => {
    const { no } = await orderStuck()
    const both = await Promise.all([retryStuckRefundAs([SUPPORT], no), retryStuckRefundAs([SUPPORT], no)])
    expect(both.map(refusalOf).sort()).toEqual(['notAllowedInStatus', undefined])
  })
})

test('a refund that is not stuck is not retried', async () => {
  const { no, refundNo, shopId } = await orderRefund()
  const handled = await inTransaction((tx) => retryStuckRefund(tx, manager(shopId), no))
  expect(refusalOf(handled)).toBe('notAllowedInStatus')
  expect(await refundOf(refundNo)).toMatchObject({ status: 'PENDING', attempts: 0 })
})

test('the lane shows each to those who may do something about it', async () => {
  const one = await orderStuck()
  const two = await orderStuck()
  const listed = await listStuckRefunds(shopScope(one.shopId))
  expect(listed).toEqual([
    {
      no: one.refundNo,
      afterSaleNo: one.no,
      shop: { id: one.shopId, name: '南栀织物' },
      buyerName: '王小明',
      amountFen: 12800,
      currency: 'CNY',
      origin: 'MERCHANT',
      attempts: 1,
      lastError: 'account closed',
      orderedAt: one.state.updatedAt,
    },
  ])
  const everywhere = (await listStuckRefunds({ kind: 'PLATFORM' })).map(({ no }) => no)
  expect(everywhere.indexOf(two.refundNo)).toBeGreaterThan(everywhere.indexOf(one.refundNo))
  expect(everywhere).toContain(one.refundNo)
  await retryStuckRefundAs([SUPPORT], one.no)
  expect(await listStuckRefunds(shopScope(one.shopId))).toEqual([])
  expect(await listStuckRefunds({ kind: 'SHOPS', shopIds: [] })).toEqual([])
})

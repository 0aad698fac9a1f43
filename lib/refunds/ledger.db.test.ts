import { describe, expect, test } from 'vitest'
import { database, inTransaction } from '@/tests/support/access'
import { createOrder } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { createFundedShop } from '@/tests/support/refunds'
import type { RefundOrder } from './gateway'
import { balanceOf, ledger, recordPayment } from './ledger'
import { post } from './ledger-store'

useDatabase()

const order = (shopId: string, change: Partial<RefundOrder> = {}): RefundOrder => ({
  refundNo: 'RF1',
  afterSaleNo: 'AS1',
  orderNo: 'order-1',
  buyerId: 'buyer-1',
  amountFen: 3000,
  currency: 'CNY',
  shopId,
  ...change,
})

async function accountsOf(shopId: string) {
  const { rows } = await database.query<{ account: string; balanceFen: number; entriesFen: number }>(
    `SELECT a."account", a."balanceFen", COALESCE(sum(e."amountFen"), 0)::bigint AS "entriesFen"
     FROM "LedgerAccount" a LEFT JOIN "LedgerEntry" e USING ("shopId", "account", "currency")
     WHERE a."shopId" = $1 GROUP BY a."account", a."balanceFen" ORDER BY a."account" DESC`,
    [shopId],
  )
  return rows
}

describe('a payment', () => {
  test('is held for the shop, against the buyers', async () => {
    const { shopId } = await createFundedShop(12800)
    expect(await balanceOf(shopId, 'CNY')).toBe(12800)
    expect(await accountsOf(shopId)).toEqual([
      { account: 'SHOP_BALANCE', balanceFen: 12800, entriesFen: 12800 },
      { account: 'BUYERS', balanceFen: -12800, entriesFen: -12800 },
    ])
  })

  test('repeated changes nothing, with another total only the difference', async () => {
    const { shopId, orderNo } = await createFundedShop(12800)
    for (const totalFen of [12800, 15000, 15000, 9000, 0, 9000])
      await inTransaction((tx) => recordPayment(tx, { shopId, orderNo, currency: 'CNY', totalFen }))
    expect(await balanceOf(shopId, 'CNY')).toBe(9000)
    const { rows } = await database.query(
      `SELECT "transactionId", "amountFen" FROM "LedgerEntry" WHERE "shopId" = $1 AND "account" = 'SHOP_BALANCE' ORDER BY 1`,
      [shopId],
    )
    expect(rows).toEqual(
      [12800, 2200, -6000, -9000, 9000].map((amountFen, n) => ({
        transactionId: `PAYMENT:${orderNo}:${n + 1}`,
        amountFen,
      })),
    )
  })

  test('counts once, however often it is reported at the same time', async () => {
    const { shopId, orderNo } = await createOrder()
    const payment = { shopId, orderNo, currency: 'CNY', totalFen: 12800 }
    await Promise.all(Array.from({ length: 20 }, () => inTransaction((tx) => recordPayment(tx, payment))))
    expect(await balanceOf(shopId, 'CNY')).toBe(12800)
  })

  test('goes with the transaction that reports it', async () => {
    const { shopId, orderNo } = await createOrder()
    const work = inTransaction(async (tx) => {
      await recordPayment(tx, { shopId, orderNo, currency: 'CNY', totalFen: 100 })
      throw new Error('no order after all')
    })
    await expect(work).rejects.toThrow('no order')
    expect(await balanceOf(shopId, 'CNY')).toBe(0)
  })

  test('of nothing is nothing', async () => {
    const { shopId, orderNo } = await createOrder()
    await inTransaction((tx) => recordPayment(tx, { shopId, orderNo, currency: 'CNY', totalFen: 0 }))
    expect(await accountsOf(shopId)).toMatchObject([{ balanceFen: 0 }, { balanceFen: 0 }])
  })

  test('keeps its currency', async () => {
    const { shopId, orderNo } = await createFundedShop(100)
    const work = inTransaction((tx) => recordPayment(tx, { shopId, orderNo, currency: 'USD', totalFen: 100 }))
    await expect(work).rejects.toThrow('another currency')
  })
})

describe('a refund', () => {
  test('is posted once, whoever asks at the same time', async () => {
    const { shopId } = await createFundedShop(12800)
    const answers = await Promise.all(Array.from({ length: 20 }, () => ledger.create(order(shopId))))
    expect(answers).toEqual(Array(20).fill({ status: 'SUCCEEDED' }))
    expect(await accountsOf(shopId)).toEqual([
      { account: 'SHOP_BALANCE', balanceFen: 9800, entriesFen: 9800 },
      { account: 'BUYERS', balanceFen: -9800, entriesFen: -9800 },
    ])
  })

  test('takes no more than there is, under any concurrency', async () => {
    const { shopId } = await createFundedShop(10000)
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => ledger.create(order(shopId, { refundNo: `RF-many-${n}` }))),
    )
    expect(answers.filter(({ status }) => status === 'SUCCEEDED')).toHaveLength(3)
    expect(answers).toContainEqual({ status: 'FAILED', reason: 'insufficientBalance', retryable: true })
    expect(await balanceOf(shopId, 'CNY')).toBe(1000)
  })

  test('of a shop that was never paid fails for want of money', async () => {
    const { shopId } = await createOrder()
    expect(await ledger.create(order(shopId))).toEqual({
      status: 'FAILED',
      reason: 'insufficientBalance',
      retryable: true,
    })
  })

  test('is known afterwards and not before', async () => {
    const { shopId } = await createFundedShop(12800)
    const known = order(shopId, { refundNo: 'RF-known' })
    expect(await ledger.query('RF-known', known)).toEqual({ status: 'UNKNOWN' })
    await ledger.create(known)
    expect(await ledger.query('RF-known', known)).toEqual({ status: 'SUCCEEDED' })
  })

  test('under a number used for another amount is refused for good', async () => {
    const { shopId } = await createFundedShop(12800)
    await ledger.create(order(shopId, { refundNo: 'RF-used' }))
    const other = order(shopId, { refundNo: 'RF-used', amountFen: 1 })
    expect(await ledger.create(other)).toEqual({ status: 'FAILED', reason: 'refundNumberReused', retryable: false })
    expect(await balanceOf(shopId, 'CNY')).toBe(9800)
  })
})

describe('the database', () => {
  test('refuses entries that do not sum to zero', async () => {
    const { shopId } = await createFundedShop(100)
    const lopsided = inTransaction((tx) =>
      tx.query(
        `INSERT INTO "LedgerEntry" VALUES ($1, 'T1', 'SHOP_BALANCE', 'CNY', 5, app_now(), 'PAYMENT', 'order-1')`,
        [shopId],
      ),
    )
    await expect(lopsided).rejects.toThrow('does not balance')
  })

  test('refuses a negative balance, and an entry without its account', async () => {
    const { shopId } = await createFundedShop(100)
    const posting = { shopId, transactionId: 'T2', kind: 'REFUND', reference: 'RF-direct', fen: -101 } as const
    await expect(inTransaction((tx) => post(tx, { ...posting, currency: 'CNY' }))).rejects.toThrow('LedgerAccount')
    await expect(inTransaction((tx) => post(tx, { ...posting, currency: 'USD' }))).rejects.toThrow('lacks an account')
  })

  test.each([
    ['changed', `UPDATE "LedgerEntry" SET "amountFen" = 1`],
    ['deleted', `DELETE FROM "LedgerEntry"`],
    ['emptied', `TRUNCATE "LedgerEntry"`],
  ])('lets no entry be %s', async (_, sql) => {
    await createFundedShop(100)
    await expect(database.query(sql)).rejects.toThrow('append-only')
  })

  test('is in balance as a whole', async () => {
    const { rows } = await database.query(
      `SELECT (SELECT sum("balanceFen")::bigint FROM "LedgerAccount") AS balances, (SELECT sum("amountFen")::bigint FROM "LedgerEntry") AS entries`,
    )
    expect(rows).toEqual([{ balances: 0, entries: 0 }])
  })
})

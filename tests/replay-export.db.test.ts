import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { GET } from '@/app/api/desk/export/instant-refund-replay/route'
import { database } from '@/tests/support/access'
import { signInAs, useBrowser } from '@/tests/support/browser'
import { AGENT, act, apply, createOrder, mustSucceed } from '@/tests/support/cases'
import { parseCsv } from '@/tests/support/csv'
import { useDatabase } from '@/tests/support/database'

vi.mock('next/headers', () => import('@/tests/support/next-request'))
vi.mock('next/navigation', () => import('@/tests/support/next-request'))
vi.mock('next-intl/server', () => ({ getLocale: async () => 'zh-CN' }))

useDatabase()
useBrowser()

/** A refund-only case of an order that was paid an hour before. */
async function openFitting(shopId: string): Promise<string> {
  const { orderNo } = await createOrder({ shopId })
  await database.query(`UPDATE "Order" SET "paidAt" = app_now() - interval '1 hour' WHERE "no" = $1`, [orderNo])
  return mustSucceed(await apply(orderNo)).no
}

test('a manager gets what would have been refunded at once, and nothing of another shop', async () => {
  const shopId = `shop-${randomUUID()}`
  const no = await openFitting(shopId)
  mustSucceed(await act(no, AGENT, { type: 'approve' }))
  await openFitting(`shop-${randomUUID()}`)
  await signInAs('MANAGER', shopId)
  const response = await GET(new Request(`http://desk.test/api/desk/export/instant-refund-replay?shop=${shopId}`))
  expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('极速退款回放'))
  const [names = [], ...rows] = parseCsv(await response.text())
  const [row, ...others] = rows.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i]])))
  expect(row).toMatchObject({
    售后单号: no,
    '付款后（小时）': '1.0',
    '订单金额（元）': '128.00',
    '申请金额（元）': '128.00',
    你当时: '同意',
    '早退（小时）': '0.0',
  })
  expect(others).toEqual([])
})

import { beforeAll, describe, expect, test } from 'vitest'
import { balanceOf } from '@/lib/refunds/ledger'
import { database } from '@/tests/support/access'
import {
  applicationBody,
  at,
  createCase,
  createOrder,
  createShop,
  get,
  mustBe,
  orderBody,
  post,
  problemOf,
  put,
  shopBody,
  text,
  useApi,
} from '@/tests/support/api'
import { DAY } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'

useDatabase()
useApi()

let shop: Awaited<ReturnType<typeof createShop>>
let other: Awaited<ReturnType<typeof createShop>>
beforeAll(async () => {
  shop = await createShop()
  other = await createShop()
})

describe('a shop', () => {
  test('is put again and again, its address kept once', async () => {
    const first = mustBe(200, await put('shops/s-1', shopBody()))
    expect(first.body).toEqual({
      id: 's-1',
      ...shopBody(),
      returnAddress: { id: expect.any(String), ...shopBody().returnAddress },
    })
    const renamed = mustBe(200, await put('shops/s-1', shopBody({ name: '新名' })))
    expect(renamed.body).toMatchObject({ name: '新名', returnAddress: { id: at(first, 'returnAddress.id') } })
    const moved = mustBe(
      200,
      await put('shops/s-1', shopBody({ returnAddress: { ...shopBody().returnAddress, detail: '别处' } })),
    )
    expect(at(moved, 'returnAddress.id')).not.toBe(at(first, 'returnAddress.id'))
    expect(at(await put('shops/s-1', shopBody()), 'returnAddress.id')).toBe(at(first, 'returnAddress.id'))
    const { rows } = await database.query(
      `SELECT "detail", "isDefault" FROM "ReturnAddress" WHERE "shopId" = 's-1' ORDER BY "createdAt"`,
    )
    expect(rows).toEqual([
      { detail: '纺都路 88 号', isDefault: true },
      { detail: '别处', isDefault: false },
    ])
  })

  test('put many times at once is one shop with one default address', async () => {
    const bodies = Array.from({ length: 8 }, (_, i) =>
      shopBody({ returnAddress: { ...shopBody().returnAddress, detail: `${i % 3} 号` } }),
    )
    for (const reply of await Promise.all(bodies.map((body) => put('shops/s-2', body)))) mustBe(200, reply)
    const { rows } = await database.query(`SELECT "detail" FROM "ReturnAddress" WHERE "shopId" = 's-2'`)
    expect(rows).toHaveLength(3)
  })

  test('does not put itself, and learns nothing of others', async () => {
    expect((await put(`shops/${shop.shopId}`, shopBody(), { key: shop.manager })).status).toBe(403)
    expect((await put(`shops/${other.shopId}`, shopBody(), { key: shop.manager })).status).toBe(404)
    expect((await put('shops/none', shopBody(), { key: shop.manager })).status).toBe(404)
  })
})

describe('an order', () => {
  test('is put, read and put again', async () => {
    const body = orderBody(shop.shopId, { paidAt: '2026-03-25T08:00:00.123456+08:00' })
    const first = mustBe(200, await put('orders/o-1', body))
    expect(first.body).toEqual({
      orderNo: 'o-1',
      shopId: shop.shopId,
      buyer: { id: 'buyer-1', name: '王小明', phone: '13800000000' },
      currency: 'CNY',
      totalFen: 20_000,
      paidAt: '2026-03-25T00:00:00.123Z',
      shippedAt: null,
      carrier: null,
      trackingNo: null,
      deliveredAt: null,
      lines: orderBody('').lines.map((line) => ({
        ...line,
        imageUrl: null,
        refundedFen: 0,
        exchangeUntil: null,
        repairUntil: null,
      })),
    })
    expect((await put('orders/o-1', body)).body).toEqual(first.body)
    expect((await get('orders/o-1')).body).toEqual(first.body)
    const more = [
      ...orderBody('').lines,
      { lineNo: 3, sku: 'x', title: 'y', quantity: 1, paidFen: 5, exchangeUntil: '2027-01-01T00:00:00Z' },
    ]
    const changed = mustBe(200, await put('orders/o-1', { ...body, totalFen: 20_005, lines: more }))
    expect(changed.body).toMatchObject({
      totalFen: 20_005,
      lines: [{}, {}, { lineNo: 3, exchangeUntil: '2027-01-01T00:00:00.000Z' }],
    })
  })

  test('put is money held for the shop, once', async () => {
    const { shopId } = await createShop()
    for (const totalFen of [20_000, 20_000, 25_000])
      mustBe(200, await put('orders/o-money', orderBody(shopId, { totalFen })))
    expect(await balanceOf(shopId, 'CNY')).toBe(25_000)
  })

  test('has frozen lines and a frozen buyer once a case was opened', async () => {
    const no = await createCase(shop.shopId)
    const orderNo = text(await get(`after-sales/${no}`), 'orderNo')
    mustBe(200, await post(`after-sales/${no}/withdraw`))
    const same = orderBody(shop.shopId, { lines: orderBody('').lines.toReversed(), totalFen: 21_000 })
    expect(mustBe(200, await put(`orders/${orderNo}`, same)).body).toMatchObject({ totalFen: 21_000 })
    const dearer = orderBody(shop.shopId, {
      totalFen: 30_000,
      lines: orderBody('').lines.map((line) => ({ ...line, paidFen: line.paidFen + 1 })),
    })
    expect(problemOf(await put(`orders/${orderNo}`, dearer))).toMatchObject({ status: 409, code: 'orderLinesFrozen' })
    const others = orderBody(shop.shopId, { buyer: { id: 'buyer-2', name: '李' } })
    expect(problemOf(await put(`orders/${orderNo}`, others))).toMatchObject({ status: 409, code: 'orderBuyerFrozen' })
    expect(await get(`orders/${orderNo}`)).toMatchObject({ body: { totalFen: 21_000, buyer: { id: 'buyer-1' } } })
  })

  test('belongs to one shop', async () => {
    const orderNo = await createOrder(shop.shopId)
    expect(problemOf(await put(`orders/${orderNo}`, orderBody(other.shopId)))).toMatchObject({
      status: 409,
      code: 'orderBelongsToOtherShop',
    })
    expect((await put('orders/o-2', orderBody('none'))).status).toBe(404)
    expect((await get(`orders/${orderNo}`, { key: shop.agent })).status).toBe(200)
    expect((await get(`orders/${orderNo}`, { key: other.agent })).status).toBe(404)
  })

  test('is the platform’s to tell of', async () => {
    const orderNo = await createOrder(shop.shopId)
    expect((await put(`orders/${orderNo}`, orderBody(shop.shopId), { key: shop.manager })).status).toBe(403)
    expect((await put('orders/o-new', orderBody(shop.shopId), { key: shop.manager })).status).toBe(403)
    expect((await put(`orders/${orderNo}`, orderBody(other.shopId), { key: other.manager })).status).toBe(403)
    expect((await put('orders/o-new', orderBody(other.shopId), { key: shop.manager })).status).toBe(404)
    expect(
      (await post(`orders/${orderNo}/delivery`, { deliveredAt: '2026-03-26T00:00:00Z' }, { key: shop.manager })).status,
    ).toBe(403)
    expect(
      (await post(`orders/${orderNo}/delivery`, { deliveredAt: '2026-03-26T00:00:00Z' }, { key: other.manager }))
        .status,
    ).toBe(404)
  })

  test('put many times at once is one order', async () => {
    const replies = await Promise.all(Array.from({ length: 8 }, () => put('orders/o-race', orderBody(shop.shopId))))
    for (const reply of replies) mustBe(200, reply)
  })
})

describe('a shipment', () => {
  test('warns of cases that are open, and is corrected by the next', async () => {
    const no = await createCase(shop.shopId)
    const orderNo = text(await get(`after-sales/${no}`), 'orderNo')
    const line = { lineNo: 2, quantity: 1, amountFen: 100 }
    const second = text(mustBe(201, await post('after-sales', applicationBody(orderNo, { lines: [line] }))), 'no')
    mustBe(200, await post(`after-sales/${second}/withdraw`))
    const shipped = mustBe(200, await post(`orders/${orderNo}/shipment`, { carrier: '顺丰', trackingNo: 'SF1' }))
    expect(shipped.body).toMatchObject({
      orderNo,
      carrier: '顺丰',
      trackingNo: 'SF1',
      warnings: [{ code: 'openAfterSale', no }],
    })
    const corrected = mustBe(200, await post(`orders/${orderNo}/shipment`, { carrier: '中通', trackingNo: 'ZT1' }))
    expect(corrected.body).toMatchObject({ carrier: '中通', shippedAt: at(shipped, 'shippedAt') })
    expect(
      (await post(`orders/${orderNo}/shipment`, { carrier: 'x', trackingNo: 'y' }, { key: other.agent })).status,
    ).toBe(404)
    expect((await post('orders/none/shipment', { carrier: 'x', trackingNo: 'y' })).status).toBe(404)
    // the platform tells of shipments; to the shop's own key the order is there, and the call is not its own
    expect(
      (await post(`orders/${orderNo}/shipment`, { carrier: 'x', trackingNo: 'y' }, { key: shop.manager })).status,
    ).toBe(403)
  })

  test('does not warn of a case whose time is over', async () => {
    const no = await createCase(shop.shopId, { type: 'RETURN_REFUND' })
    mustBe(200, await post(`after-sales/${no}/approve`, {}, { key: shop.agent }))
    await database.query(`UPDATE "SandboxClock" SET "offsetMs" = "offsetMs" + $1`, [11 * DAY])
    const orderNo = text(await get(`after-sales/${no}`), 'orderNo')
    const shipped = mustBe(200, await post(`orders/${orderNo}/shipment`, { carrier: '顺丰', trackingNo: 'SF1' }))
    expect(at(shipped, 'warnings')).toEqual([])
  })
})

describe('a delivery', () => {
  test('lies between the payment and now', async () => {
    const orderNo = await createOrder(shop.shopId)
    const deliver = (deliveredAt: string) => post(`orders/${orderNo}/delivery`, { deliveredAt })
    expect(problemOf(await deliver('2026-03-25T07:59:59.999Z'))).toMatchObject({ status: 422, paths: ['deliveredAt'] })
    expect(problemOf(await deliver('2999-01-01T00:00:00Z'))).toMatchObject({ status: 422, paths: ['deliveredAt'] })
    expect(mustBe(200, await deliver('2026-03-25T08:00:00Z')).body).toMatchObject({
      deliveredAt: '2026-03-25T08:00:00.000Z',
    })
    const later = orderBody(shop.shopId, { paidAt: '2026-03-25T09:00:00Z' })
    expect(problemOf(await put(`orders/${orderNo}`, later))).toMatchObject({ status: 422, paths: ['paidAt'] })
    expect((await post('orders/none/delivery', { deliveredAt: '2026-03-26T00:00:00Z' })).status).toBe(404)
  })
})

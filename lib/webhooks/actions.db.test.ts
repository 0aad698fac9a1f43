import { beforeEach, describe, expect, test, vi } from 'vitest'
import { mintShopId } from '@/lib/auth/mint'
import { signInAs, useBrowser } from '@/tests/support/browser'
import { createOrder, openCase } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { sent } from '@/tests/support/next-request'
import { startReceiver } from '@/tests/support/webhook-receiver'
import { allowPrivateTargets, workOff } from '@/tests/support/webhooks'
import {
  createWebhookEndpoint,
  deleteWebhookEndpoint,
  resendWebhook,
  resumeWebhookEndpoint,
  rotateWebhookSecret,
} from './actions'
import { loadDeliveries, loadDelivery, loadEndpoint, loadWebhookSettings } from './queries'

vi.mock('next/headers', () => import('@/tests/support/next-request'))
vi.mock('next/navigation', () => import('@/tests/support/next-request'))

useDatabase()
useBrowser()
beforeEach(allowPrivateTargets)

const URL = 'https://erp.example.com/hooks'

async function arrange(url = URL) {
  const { shopId } = await createOrder()
  await signInAs('MANAGER', shopId)
  const made = await createWebhookEndpoint({ shopId, url, types: null })
  if (!made.ok) throw new Error('not made')
  return { shopId, id: made.endpoint.id, secret: made.secret, endpoint: made.endpoint }
}

describe('a manager', () => {
  test('makes, rotates and deletes endpoints of his shop', async () => {
    const { shopId, id, secret, endpoint } = await arrange()
    expect(secret).toMatch(/^whsec_/)
    expect(endpoint).toMatchObject({ url: URL, types: null, createdBy: '周宁', health: { state: 'OK' }, waiting: 0 })
    const rotated = await rotateWebhookSecret({ shopId, id })
    expect(rotated).toMatchObject({ ok: true, secret: expect.not.stringMatching(secret) })
    const { endpoints } = await loadWebhookSettings(mintShopId(shopId))
    expect(endpoints).toEqual([{ ...endpoint, previousSecretUntil: rotated.ok ? rotated.previousValidUntil : null }])
    expect(await resumeWebhookEndpoint({ shopId, id })).toEqual({ ok: true })
    expect(await deleteWebhookEndpoint({ shopId, id })).toEqual({ ok: true })
    expect(await deleteWebhookEndpoint({ shopId, id })).toEqual({ ok: false, refusal: { code: 'gone' } })
    expect(await loadEndpoint(mintShopId(shopId), id)).toBeNull()
  })

  test('reaches no other shop: neither by its name nor by its endpoint’s id', async () => {
    const theirs = await arrange()
    const mine = await arrange()
    const gone = { ok: false, refusal: { code: 'gone' } }
    expect(await createWebhookEndpoint({ shopId: theirs.shopId, url: URL, types: null })).toEqual(gone)
    for (const shopId of [theirs.shopId, mine.shopId]) {
      const { id } = theirs
      expect(await deleteWebhookEndpoint({ shopId, id })).toEqual(gone)
      expect(await rotateWebhookSecret({ shopId, id })).toEqual(gone)
      expect(await resumeWebhookEndpoint({ shopId, id })).toEqual(gone)
      expect(await resendWebhook({ shopId, endpointId: id, deliveryId: 'wd_1' })).toEqual(gone)
    }
    expect(await loadEndpoint(mintShopId(mine.shopId), theirs.id)).toBeNull()
    expect(await loadDeliveries(mintShopId(mine.shopId), theirs.id, {})).toBeNull()
  })

  test('sees what was sent, how it went, and sends it again', async () => {
    const receiver = await startReceiver()
    try {
      const { shopId, id } = await arrange(receiver.url)
      const shop = mintShopId(shopId)
      receiver.plan('fail')
      await openCase('REFUND_ONLY', shopId)
      await workOff()
      expect((await loadEndpoint(shop, id))?.health).toMatchObject({ state: 'FAILING', failures: 1 })
      const [row] = (await loadDeliveries(shop, id, { status: 'PENDING' }))?.rows ?? []
      const deliveryId = row?.id ?? ''
      expect(row).toMatchObject({ status: 'PENDING', attempts: 1, lastStatusCode: 500, lastError: 'badStatus' })
      expect(await resendWebhook({ shopId, endpointId: id, deliveryId })).toEqual({
        ok: false,
        refusal: { code: 'deliveryPending' },
      })
      expect(await resumeWebhookEndpoint({ shopId, id })).toEqual({ ok: true })
      await workOff()
      expect(await resendWebhook({ shopId, endpointId: id, deliveryId })).toEqual({ ok: true })
      await workOff()
      const detail = await loadDelivery(shop, id, deliveryId)
      expect(detail).toMatchObject({ status: 'DELIVERED', attempts: 3, payload: receiver.seen[0]?.raw })
      expect(detail?.attemptLog.map(({ n, statusCode, error }) => [n, statusCode, error])).toEqual([
        [3, 204, null],
        [2, 204, null],
        [1, 500, 'badStatus'],
      ])
      expect((await loadDeliveries(shop, id, { status: 'PENDING', cursor: 'nonsense' }))?.rows).toEqual([])
      const other = await arrange()
      expect(await loadDelivery(mintShopId(other.shopId), id, deliveryId)).toBeNull()
    } finally {
      await receiver.close()
    }
  })
})

test('an agent is refused everything, by name', async () => {
  const { shopId, id } = await arrange()
  await signInAs('AGENT', shopId)
  const refused = { ok: false, refusal: { code: 'notPermitted' } }
  expect(await createWebhookEndpoint({ shopId, url: URL, types: null })).toEqual(refused)
  expect(await deleteWebhookEndpoint({ shopId, id })).toEqual(refused)
  expect(await rotateWebhookSecret({ shopId, id })).toEqual(refused)
  expect(await resumeWebhookEndpoint({ shopId, id })).toEqual(refused)
  expect(await resendWebhook({ shopId, endpointId: id, deliveryId: 'wd_1' })).toEqual(refused)
  expect(await loadEndpoint(mintShopId(shopId), id)).not.toBeNull()
})

test('whoever is not signed in is sent to do so', async () => {
  const { shopId, id } = await arrange()
  sent.cookies.clear()
  await expect(deleteWebhookEndpoint({ shopId, id })).rejects.toThrow('to /sign-in')
})

test.each([
  [{ url: 'nonsense' }, 'url', 'invalidUrl'],
  [{ url: '' }, 'url', 'invalidUrl'],
  [{ url: undefined }, 'url', 'invalidUrl'],
  [{ url: 'ftp://erp.example.com/' }, 'url', 'schemeNotHttp'],
  [{ url: `https://erp.example.com/${'x'.repeat(2000)}` }, 'url', 'urlTooLong'],
  [{ types: [] }, 'types', 'invalidTypes'],
  [{ types: ['nothing.happened'] }, 'types', 'invalidTypes'],
])('an endpoint with %j is not made', async (change, path, code) => {
  const { shopId } = await arrange()
  expect(await createWebhookEndpoint({ shopId, url: URL, types: null, ...change } as never)).toEqual({
    ok: false,
    invalid: [{ path, code }],
  })
})

test('an endpoint on a private network is not made', async () => {
  const { shopId } = await arrange()
  process.env.AFTERDESK_WEBHOOK_ALLOW_PRIVATE = '0'
  const { forgetEnv } = await import('@/lib/env')
  forgetEnv()
  expect(await createWebhookEndpoint({ shopId, url: 'http://10.0.0.1/', types: null })).toEqual({
    ok: false,
    invalid: [{ path: 'url', code: 'targetPrivate' }],
  })
})

import { randomUUID } from 'node:crypto'
import { beforeAll, expect } from 'vitest'
import { route } from '@/lib/api/router'
import { forgetEnv } from '@/lib/env'
import { checkAnswer } from './contract'

/** The API as its callers see it: requests in, responses out, through the router, without a socket. */

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS'
export const PLATFORM_KEY = 'test-platform-key-0123456789-abcdefghij'

/** A sandbox with a platform key, for the test file that calls it below `useDatabase()`. */
export function useApi(): void {
  beforeAll(() => {
    Object.assign(process.env, {
      AFTERDESK_SANDBOX: '1',
      AFTERDESK_SANDBOX_ALLOW: '1',
      AFTERDESK_PLATFORM_KEY: PLATFORM_KEY,
      AFTERDESK_SECRET: 'a-secret-for-tests-0123456789-abcdef',
    })
    forgetEnv()
  })
}

export type Reply = { status: number; headers: Headers; body: unknown }
export type Sent = { key?: string | null; body?: unknown; headers?: Record<string, string> }

/**
 * One request. `body` is sent as JSON; a string or bytes are sent as they are. Every answer is held to the OpenAPI
 * document, so that whatever a test asks, the document has told the truth about it.
 */
export async function call(
  method: Method,
  path: string,
  { key = PLATFORM_KEY, body, headers = {} }: Sent = {},
): Promise<Reply> {
  const url = new URL(path, 'http://afterdesk.test/api/v1/')
  const raw = typeof body === 'string' || body instanceof Uint8Array || body === undefined ? body : JSON.stringify(body)
  const request = new Request(url, {
    method,
    body: raw === undefined ? null : new Blob([raw as BlobPart]),
    headers: {
      ...(raw === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
      ...headers,
    },
  })
  const response = await route(request)
  const text = await response.text()
  const reply = { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) }
  checkAnswer(method, url.pathname, reply)
  return reply
}

export const get = (path: string, sent?: Sent) => call('GET', path, sent)
export const put = (path: string, body: unknown, sent?: Sent) => call('PUT', path, { ...sent, body })
export const post = (path: string, body?: unknown, sent?: Sent) => call('POST', path, { ...sent, body })

/** What stands at a dotted path of an answer. */
export function at(reply: Reply, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => Object(value)[key], reply.body)
}

export function text(reply: Reply, path: string): string {
  return String(at(reply, path))
}

/** Status and code of a problem, with the paths of its faults. */
export function problemOf(reply: Reply): { status: number; code: unknown; paths?: string[] } {
  expect(reply.headers.get('content-type')).toBe('application/problem+json')
  const errors = at(reply, 'errors')
  const paths = Array.isArray(errors) ? { paths: errors.map((error: { path: string }) => error.path) } : {}
  return { status: reply.status, code: at(reply, 'code'), ...paths }
}

export function mustBe(status: number, reply: Reply): Reply {
  if (reply.status !== status) throw new Error(`${reply.status} for ${status}: ${JSON.stringify(reply.body)}`)
  return reply
}

/** A shop with keys for both roles. */
export async function createShop(
  shopId = `shop-${randomUUID()}`,
): Promise<{ shopId: string; agent: string; manager: string }> {
  mustBe(200, await put(`shops/${shopId}`, shopBody()))
  const keys = await Promise.all(['AGENT', 'MANAGER'].map((role) => post('sandbox/shop-keys', { shopId, role })))
  const [agent = '', manager = ''] = keys.map((reply) => text(mustBe(200, reply), 'key'))
  return { shopId, agent, manager }
}

export function shopBody(change: object = {}) {
  const returnAddress = { name: '南栀售后', phone: '0575-8411', region: '浙江省 绍兴市 柯桥区', detail: '纺都路 88 号' }
  return { name: '南栀织物', returnAddress, ...change }
}

export async function createOrder(shopId: string, change: object = {}): Promise<string> {
  const orderNo = `order-${randomUUID()}`
  mustBe(200, await put(`orders/${orderNo}`, orderBody(shopId, change)))
  return orderNo
}

export function orderBody(shopId: string, change: object = {}) {
  return {
    shopId,
    buyer: { id: 'buyer-1', name: '王小明', phone: '13800000000' },
    currency: 'CNY',
    totalFen: 20_000,
    paidAt: '2026-03-25T08:00:00.000Z',
    lines: [
      { lineNo: 1, sku: 'SC-1', title: '羊毛围巾 浅灰', quantity: 2, paidFen: 12_800 },
      { lineNo: 2, sku: 'SC-2', title: '羊毛手套', quantity: 1, paidFen: 7200 },
    ],
    ...change,
  }
}

export function applicationBody(orderNo: string, change: object = {}) {
  return {
    orderNo,
    type: 'REFUND_ONLY',
    lines: [{ lineNo: 1, quantity: 1, amountFen: 12_800 }],
    reason: 'NOT_AS_DESCRIBED',
    ...change,
  }
}

export async function createCase(shopId: string, change: object = {}): Promise<string> {
  const orderNo = await createOrder(shopId)
  return text(mustBe(201, await post('after-sales', applicationBody(orderNo, change))), 'no')
}

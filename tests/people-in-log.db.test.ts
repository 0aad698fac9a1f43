import pg from 'pg'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { authenticate } from '@/lib/auth/authenticate'
import { forgetEnv } from '@/lib/env'
import { createLogger, logger } from '@/lib/logger'
import { processWide } from '@/lib/process-wide'
import { executeRefund } from '@/lib/refunds/execute-refund'
import type { RefundGateway } from '@/lib/refunds/gateway'
import { onRequestError } from '../instrumentation'
import { mustBe, put, useApi } from './support/api'
import { useDatabase } from './support/database'
import { only, orderRefund, QUICK } from './support/refunds'
import { hire } from './support/staff'

const { url } = useDatabase()
useApi()

const lines: string[] = []
const logged = () => lines.join('')

const ADDRESS = { name: '沈清和', phone: '0575-84110000', region: '浙江省 绍兴市 诸暨市', detail: '艮塔路 1 号 3 栋' }
const SAID = '沈清和的账户 13800006021 已注销，退到浙江省绍兴市诸暨市艮塔路1号，回执 qinghe@mail.example.cn'
const TELLING = /138[-\s]?0000|8411|艮塔路|qinghe/

beforeAll(() => {
  process.env.LOG_LEVEL = 'trace'
  process.env.NEXT_RUNTIME = 'nodejs'
  forgetEnv()
  // before anybody asks for the process's own
  processWide('logger', () => createLogger({ write: (line) => void lines.push(line) }))
})

afterEach(() => {
  lines.length = 0
})

/** Something was said, and it tells of nobody. */
function expectDiscreet(what: RegExp): void {
  expect(logged()).toMatch(what)
  expect(logged()).not.toMatch(TELLING)
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow()
}

test('of a row that PostgreSQL refuses the log has no value', async () => {
  const client = new pg.Client({ connectionString: url() })
  await client.connect()
  await client.query(`ALTER TABLE "Shop" ADD CONSTRAINT "noLuck" CHECK ("name" <> '倒霉的店')`)
  try {
    mustBe(500, await put('shops/unlucky', { name: '倒霉的店', returnAddress: ADDRESS }))
  } finally {
    await client.query(`ALTER TABLE "Shop" DROP CONSTRAINT "noLuck"`)
    await client.end()
  }
  expectDiscreet(/noLuck/)
  expect(logged()).not.toContain('倒霉')
})

describe('a payment service that says too much', () => {
  const gateway = (create: RefundGateway['create']): RefundGateway => ({
    name: 'HTTP',
    create,
    query: async () => ({ status: 'UNKNOWN' }),
  })

  test('when it refuses', async () => {
    const { refundNo } = await orderRefund()
    const create = async () => ({ status: 'FAILED', reason: SAID, retryable: true }) as const
    await executeRefund(refundNo, { gateways: only(gateway(create)), policy: QUICK })
    expectDiscreet(/\[phone\]/)
    expect(logged()).toContain(refundNo)
  })

  test('when it fails in itself', async () => {
    const { refundNo } = await orderRefund()
    const create = async () => {
      throw new Error(`POST https://shop:s3cret-word@pay.example.com: ${SAID}`, { cause: new Error(SAID) })
    }
    await executeRefund(refundNo, { gateways: only(gateway(create)), policy: QUICK })
    expectDiscreet(/pay\.example\.com/)
    expect(logged()).not.toContain('s3cret-word')
  })
})

test('a page that fails is found again by its path, and not whom it was about', async () => {
  const search = encodeURIComponent('沈清和')
  await onRequestError(
    Object.assign(new Error(SAID), { detail: 'Key ("phone")=(13800006021) already exists.', digest: '42' }),
    { path: `/cases?search=${search}&tab=ALL&to=13800006021`, method: 'GET', headers: { cookie: 'a=b' } },
    {
      routerKind: 'App Router',
      routePath: '/cases',
      routeType: 'render',
      renderSource: 'server-rendering',
      revalidateReason: undefined,
    },
  )
  expectDiscreet(/"route":"\/cases"/)
  expect(logged()).toContain('tab=ALL')
  expect(logged()).not.toContain(search)
})

test('a value that fits no schema is not repeated', () => {
  const fault = z
    .object({ phone: z.literal('x') })
    .safeParse({ phone: '13800006021', [SAID]: 1 }, { reportInput: true })
  logger().warn({ err: fault.error, input: { address: ADDRESS, returnAddress: ADDRESS } }, 'not understood')
  expectDiscreet(/ZodError/)
})

test('what a mail server answers names nobody', () => {
  logger().warn({ error: 'EENVELOPE: 550 5.1.1 <qinghe@mail.example.cn>: no such user' }, 'a letter was not sent')
  expectDiscreet(/550 5\.1\.1 <\[e-mail\]>/)
})

test('who signs in and who fails to is written down, without a password or an address of his', async () => {
  const { email, userId } = await hire({}, { support: true })
  const from = { address: '203.0.113.7', laneOf: () => null }
  await authenticate({ email, password: 'Kiefernweg-Laterne' }, from)
  await authenticate({ email: 'nobody@shop.example', password: 'Kiefernweg-Laterne' }, from)
  const told = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'a password was wrong')
  expect(told).toMatchObject([{ user: userId, from: '203.0.113.7' }, { from: '203.0.113.7' }])
  expect(logged()).not.toMatch(/Kiefernweg|shop\.example/)
})

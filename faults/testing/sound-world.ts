import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { executeRefund } from '@/lib/refunds/execute-refund'
import { settleAll } from '@/lib/sandbox/clock'
import { mustBe, post, text } from '@/tests/support/api'
import { AGENT, act, apply, BUYER, createOrder, HOUR, moveClock, mustSucceed } from '@/tests/support/cases'
import { only } from '@/tests/support/refunds'
import { AGREEMENT, PROPOSAL, serviceOf } from '@/tests/support/services'
import type { Books } from '../check/checker'

/**
 * `paid`: refund only; `expired`: a return whose review ran out; `disputed`: with evidence still to come; `exchanged`: a
 * return, by agreement, and `exchange` what took its place.
 */
export type SoundWorld = {
  books: Books
  cases: { paid: string; expired: string; disputed: string; exchanged: string; exchange: string }
}

/** A few cases as the product decides them, with everybody's books as they are when all goes well. */
export async function makeSoundWorld(client: pg.Client): Promise<SoundWorld> {
  const endpointId = await announceTo()
  const paid = await open('REFUND_ONLY')
  const expired = await open('RETURN_REFUND')
  const disputed = await open('REFUND_ONLY')
  const exchanged = await open('RETURN_REFUND')
  mustSucceed(await act(exchanged, AGENT, PROPOSAL))
  mustSucceed(await act(exchanged, BUYER, AGREEMENT))
  const { no: exchange } = await serviceOf(exchanged)
  mustSucceed(await act(disputed, BUYER, { type: 'sendMessage', text: '在吗' }))
  mustSucceed(await act(paid, AGENT, { type: 'approve' }))
  await moveClock(47 * HOUR)
  mustSucceed(await act(disputed, BUYER, { type: 'openDispute', reason: 'OTHER', statement: '请平台看一下' }))
  await moveClock(2 * HOUR)
  await settleAll()
  await payRefunds(client)
  return { books: await keepBooks(client, endpointId), cases: { paid, expired, disputed, exchanged, exchange } }
}

async function open(type: 'REFUND_ONLY' | 'RETURN_REFUND'): Promise<string> {
  const { orderNo } = await createOrder()
  return mustSucceed(await apply(orderNo, { type, description: `${type} ${randomUUID()}` })).no
}

/** An endpoint of the platform, which hears of every shop. Returns its id. */
async function announceTo(): Promise<string> {
  return text(mustBe(201, await post('webhook-endpoints', { url: 'http://127.0.0.1:9/hooks' })), 'id')
}

/** Pays whatever was ordered. */
async function payRefunds(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ no: string }>('SELECT "no" FROM "Refund"')
  const succeeds = async () => ({ status: 'SUCCEEDED' }) as const
  for (const { no } of rows)
    await executeRefund(no, { gateways: only({ name: 'HTTP', create: succeeds, query: succeeds }) })
}

/** The books of everybody outside as they are when all went well; every webhook arrives. */
async function keepBooks(client: pg.Client, endpointId: string): Promise<Books> {
  await client.query(
    `UPDATE "WebhookDelivery" SET "status" = 'DELIVERED', "nextAttemptAt" = NULL, "waitingSince" = NULL,
       "finishedAt" = clock_timestamp()`,
  )
  const deliveries = await client.query<{ id: string }>(
    'SELECT "eventId" AS "id" FROM "WebhookDelivery" ORDER BY "subject", "seq", "ordinal"',
  )
  const refunds = await client.query<{ no: string; amountFen: number }>('SELECT "no", "amountFen" FROM "Refund"')
  const applied = await client.query<{ no: string; description: string }>(
    `SELECT "no", "description" FROM "AfterSale" WHERE "service" ->> 'originalNo' IS NULL`,
  )
  return {
    load: {
      applications: applied.rows.map(({ no, description }) => ({ token: description, fate: 'done', no })),
      acts: [],
      contradictions: [],
    },
    gateway: new Map(
      refunds.rows.map(({ no, amountFen }) => [
        no,
        { payments: [{ amountFen }], asked: 1, status: 'SUCCEEDED', retryable: false, amountFen },
      ]),
    ),
    receivers: [{ endpointId, arrivals: deliveries.rows.map(({ id }) => ({ id, signed: true, taken: true })) }],
  }
}

import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { sweepDue } from '@/lib/after-sales/sweep'
import { webhookBodySchema } from '@/lib/api/webhook-schema'
import { database } from '@/tests/support/access'
import { AGENT, act, BUYER, createOrder, HOUR, moveClock, mustSucceed } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { hear, openDisputed, openUnderReview, ruling, SUPPORT } from '@/tests/support/disputes'
import { type Receiver, startReceiver } from '@/tests/support/webhook-receiver'
import { allowPrivateTargets, listen, workOff } from '@/tests/support/webhooks'

useDatabase()
beforeAll(allowPrivateTargets)

let receiver: Receiver
let shopId: string
beforeEach(async () => {
  receiver = await startReceiver()
  shopId = (await createOrder()).shopId
})
afterEach(async () => {
  await database.query(`UPDATE "WebhookEndpoint" SET "deletedAt" = now()`)
  await receiver.close()
})

/** What is heard of what `happens` after the endpoint began to listen, with the case as each told it. */
async function hearing(happens: () => Promise<unknown>) {
  await listen(receiver, { shopId })
  await happens()
  await workOff()
  for (const { body } of receiver.seen) expect(webhookBodySchema.parse(body)).toEqual(body)
  return receiver.seen.map(({ body }) => ({ type: body.type, data: webhookBodySchema.parse(body).data }))
}

const typesOf = (heard: { type: string }[]) => heard.map(({ type }) => type)

test('a dispute, what it asks for, and its evidence', async () => {
  const heard = await hearing(async () => {
    const { no } = await openDisputed('REFUND_ONLY', shopId)
    mustSucceed(await act(no, BUYER, { type: 'submitEvidence', text: '开箱就有' }))
    mustSucceed(
      await act(no, SUPPORT, { type: 'requestEvidence', from: ['MERCHANT'], dueInHours: 5, note: '请补照片' }),
    )
  })
  expect(typesOf(heard)).toEqual([
    'after_sale.created',
    'dispute.opened',
    'after_sale.updated',
    'after_sale.updated',
    'dispute.evidence_requested',
    'after_sale.updated',
  ])
  expect(heard[1]?.data).toMatchObject({
    status: 'IN_DISPUTE',
    deadline: { frozen: true, dueAt: null },
    dispute: { stage: 'EVIDENCE', submissions: [] },
  })
  // what was given and asked for by the very change that tells of it
  expect(heard[3]?.data.dispute?.submissions).toMatchObject([{ side: 'BUYER', text: '开箱就有' }])
  expect(heard[4]?.data.dispute?.requests).toMatchObject([{ from: ['MERCHANT'], note: '请补照片' }])
})

test('the end of evidence, once for each side and each mark that was passed, and no other deadline', async () => {
  const { no } = await openDisputed('REFUND_ONLY', shopId)
  mustSucceed(await act(no, BUYER, { type: 'submitEvidence', done: true }))
  const heard = await hearing(async () => {
    await moveClock(43 * HOUR)
    await sweepDue()
    await moveClock(6 * HOUR)
    await sweepDue()
  })
  expect(typesOf(heard)).toEqual(['dispute.evidence_due', 'dispute.evidence_due', 'after_sale.updated'])
  expect(heard.at(-1)?.data.dispute?.stage).toBe('UNDER_REVIEW')
})

test.each([
  ['a ruling', ['dispute.resolved', 'after_sale.updated'], 'RESOLVED', SUPPORT, ruling({ amountFen: 100 })],
  [
    'a dismissal',
    ['dispute.resolved', 'after_sale.closed', 'after_sale.updated'],
    'RESOLVED',
    SUPPORT,
    ruling({ outcome: 'DISMISS' }),
  ],
  ['a concession', ['dispute.resolved', 'after_sale.updated'], 'CONCEDED', AGENT, { type: 'concedeDispute' }],
  ['a withdrawal', ['dispute.resolved', 'after_sale.updated'], 'WITHDRAWN', AGENT, { type: 'withdrawDispute' }],
  [
    'the buyer’s withdrawal of the case',
    ['dispute.resolved', 'after_sale.closed', 'after_sale.updated'],
    'WITHDRAWN',
    BUYER,
    { type: 'withdraw' },
  ],
] as const)('the end of it: %s', async (_, types, stage, actor, command) => {
  const { no } = await openUnderReview('REFUND_ONLY', shopId)
  const heard = await hearing(async () => mustSucceed(await act(no, actor, command)))
  expect(typesOf(heard)).toEqual(types)
  for (const { data } of heard) expect(data.dispute?.stage).toBe(stage)
})

test('a case that is withdrawn after its dispute tells of no dispute', async () => {
  const { no } = await openDisputed('REFUND_ONLY', shopId)
  await hear(no)
  mustSucceed(await act(no, AGENT, { type: 'withdrawDispute' }))
  await moveClock(1000)
  const heard = await hearing(async () => mustSucceed(await act(no, BUYER, { type: 'withdraw' })))
  expect(typesOf(heard)).toEqual(['after_sale.closed', 'after_sale.updated'])
})

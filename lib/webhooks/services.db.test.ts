import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { sweepDue } from '@/lib/after-sales/sweep'
import { webhookBodySchema } from '@/lib/api/webhook-schema'
import { database } from '@/tests/support/access'
import { AGENT, act, BUYER, createOrder, DAY, HOUR, moveClock, mustSucceed, openCase } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { type Receiver, startReceiver } from '@/tests/support/webhook-receiver'
import { allowPrivateTargets, listen, workOff } from '@/tests/support/webhooks'

/** R3 What is told of services. */

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

/** What is heard of this case after the endpoint began to listen, in the order of the case. */
async function hearing(happens: () => Promise<unknown>) {
  await listen(receiver, { shopId })
  await happens()
  await workOff()
  const heard = receiver.seen.map(({ body }) => webhookBodySchema.parse(body))
  return { heard, of: (no: string) => heard.filter(({ data }) => data.no === no).map(({ type }) => type) }
}

test('an agreement: the return is closed, and the service that took its place created', async () => {
  const { no } = await openCase('RETURN_REFUND', shopId)
  const { heard, of } = await hearing(async () => {
    mustSucceed(await act(no, AGENT, { type: 'proposeService', kind: 'REPAIR', note: '免费重新锁边' }))
    mustSucceed(await act(no, BUYER, { type: 'answerProposal', accept: true }))
  })
  const created = heard.find(({ type }) => type === 'after_sale.created')
  const closed = heard.find(({ type }) => type === 'after_sale.closed')
  expect(of(no)).toEqual(['after_sale.updated', 'after_sale.closed', 'after_sale.updated'])
  expect(of(created?.data.no ?? '')).toEqual(['after_sale.created'])
  expect(closed?.data).toMatchObject({ closeReason: 'OFFLINE_REPAIR', nextNo: created?.data.no })
  expect(created?.data).toMatchObject({
    type: 'REPAIR',
    status: 'IN_SERVICE',
    previousNo: no,
    service: { step: 'AGREED', originalNo: no, proposal: { note: '免费重新锁边' } },
  })
})

test('steps, the end that comes soon, and a service that counts as done', async () => {
  const { no } = await openCase('EXCHANGE', shopId)
  const { heard } = await hearing(async () => {
    mustSucceed(await act(no, AGENT, { type: 'recordServiceStep', step: 'PERFORMED' }))
    await moveClock(10 * DAY - HOUR / 2)
    await sweepDue()
    await moveClock(HOUR)
    await sweepDue()
  })
  expect(heard.map(({ type }) => type)).toEqual([
    'after_sale.updated',
    'after_sale.deadline_soon',
    'after_sale.deadline_soon',
    'after_sale.deadline_soon',
    'after_sale.deadline_expired',
    'after_sale.closed',
    'after_sale.updated',
  ])
  expect(heard[1]?.data.deadline).toMatchObject({ kind: 'SERVICE_CONFIRM', onExpiry: { outcome: 'COMPLETE' } })
  expect(heard[4]?.data).toMatchObject({ status: 'CLOSED', closeReason: 'SERVICE_DONE' })
})

test('a first answer that is owed: 24, 6 and 1 hours before, and that it was missed', async () => {
  const { no } = await openCase('COMPLAINT', shopId)
  const { heard, of } = await hearing(async () => {
    for (const hours of [24.5, 18, 5, 1]) {
      await moveClock(hours * HOUR)
      await sweepDue()
    }
  })
  expect(of(no)).toEqual(Array(4).fill('after_sale.deadline_soon'))
  const left = heard.map(({ data }) => data.deadline?.remainingMs ?? -1)
  expect(left[0]).toBeGreaterThan(23 * HOUR)
  expect(left.at(-1)).toBe(0)
  expect(heard.at(-1)?.data.deadline).toMatchObject({ kind: 'SERVICE_ANSWER', onExpiry: null })
})

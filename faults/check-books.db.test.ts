import { describe, expect, test } from 'vitest'
import type { Books } from './check/checker'
import type { FindingKind } from './check/finding'
import { type Damage, useDamagedCopies } from './testing/damaged-copies'

const { findAfter, sql } = useDamagedCopies()

const refundOf = ({ gateway }: Books) => {
  const [entry] = gateway.values()
  if (!entry) throw new Error('the gateway paid nothing')
  return entry
}
const arrivalsOf = ({ receivers }: Books) => {
  const [book] = receivers
  if (!book) throw new Error('nobody listens')
  return book.arrivals
}

describe('the checker of money and webhooks', () => {
  test.each<[string, FindingKind[], Damage]>([
    ['the gateway paid twice', ['refundTwice'], (_, books) => refundOf(books).payments.push({ amountFen: 12800 })],
    [
      'the gateway paid another amount',
      ['booksDiffer'],
      (_, books) => refundOf(books).payments.splice(0, 1, { amountFen: 12801 }),
    ],
    ['the gateway never paid', ['booksDiffer'], (_, books) => refundOf(books).payments.splice(0)],
    [
      'only the gateway knows that it paid',
      ['booksDiffer', 'refundUnpaid'],
      sql(`UPDATE "Refund" SET "status" = 'FAILED'`),
    ],
    ['a refund is gone', ['booksDiffer'], sql('DELETE FROM "Refund"')],
    [
      'a case heard twice of its money',
      ['logGap', 'refundTwice', 'webhookUntold'],
      sql(
        `INSERT INTO "AfterSaleEvent" SELECT (jsonb_populate_record(e, jsonb_build_object('seq', "seq" + 1))).* FROM "AfterSaleEvent" e WHERE "type" = 'RefundSucceeded'`,
      ),
    ],
    [
      'a line was not charged for its refund',
      ['booksDiffer'],
      sql('UPDATE "OrderLine" SET "refundedFen" = 0 WHERE "refundedFen" > 0'),
    ],
    ['a webhook never came', ['webhookMissing'], (_, books) => arrivalsOf(books).pop()],
    ['webhooks of a case came in another order', ['webhookOutOfOrder'], (_, books) => arrivalsOf(books).reverse()],
    [
      'a webhook came before the one before was taken',
      ['webhookMissing', 'webhookOutOfOrder'],
      (_, books) => Object.assign(arrivalsOf(books)[0] ?? {}, { taken: false }),
    ],
    [
      'a webhook was signed by nobody',
      ['webhookOutOfOrder'],
      (_, books) => Object.assign(arrivalsOf(books)[0] ?? {}, { signed: false }),
    ],
    [
      'a webhook is still on its way',
      ['webhookMissing'],
      sql(
        `UPDATE "WebhookDelivery" SET "status" = 'PENDING', "finishedAt" = NULL, "nextAttemptAt" = now() WHERE "type" = 'dispute.opened'`,
      ),
    ],
    [
      'what happened was announced to nobody',
      ['webhookOutOfOrder', 'webhookUntold'],
      async (client) => {
        await client.query(`DELETE FROM "WebhookDelivery" WHERE "type" = 'dispute.opened'`)
        await client.query(`DELETE FROM "WebhookEvent" WHERE "type" = 'dispute.opened'`)
      },
    ],
    [
      'an endpoint was passed over',
      ['webhookMissing', 'webhookOutOfOrder'],
      sql(`DELETE FROM "WebhookDelivery" WHERE "type" = 'dispute.opened'`),
    ],
    [
      'a job was given up',
      ['jobLost'],
      sql(
        `SELECT graphile_worker.add_job('refund', '{}', job_key => 'lost', max_attempts => 1); UPDATE graphile_worker._private_jobs SET attempts = max_attempts`,
      ),
    ],
  ])('finds that %s', async (_, kinds, damage) => {
    expect(await findAfter(damage)).toEqual(kinds)
  })
})

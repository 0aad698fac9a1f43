import { describe, expect, test } from 'vitest'
import type { FindingKind } from './check/finding'
import { type Damage, useDamagedCopies } from './testing/damaged-copies'

const { findAfter, nos, sql } = useDamagedCopies()

describe('the checker of cases and their clocks', () => {
  test('finds nothing where nothing is wrong', async () => {
    expect(await findAfter(() => undefined)).toEqual([])
  })

  test.each<[string, FindingKind[], Damage]>([
    [
      'an event in the middle of a log is gone',
      ['logGap'],
      sql('DELETE FROM "AfterSaleEvent" WHERE "afterSaleNo" = :paid AND "seq" = 2'),
    ],
    [
      'the last event is gone',
      ['booksDiffer', 'logGap', 'webhookUntold'],
      sql(`DELETE FROM "AfterSaleEvent" WHERE "afterSaleNo" = :paid AND "type" = 'RefundSucceeded'`),
    ],
    [
      'a row says another amount',
      ['rowDiffers'],
      sql('UPDATE "AfterSale" SET "amountFen" = "amountFen" - 1 WHERE "no" = :disputed'),
    ],
    [
      'a row is one version behind',
      ['rowDiffers'],
      sql('UPDATE "AfterSale" SET "version" = "version" - 1 WHERE "no" = :expired'),
    ],
    [
      'a line is free that a case occupies',
      ['rowDiffers'],
      sql('UPDATE "AfterSaleLine" SET "occupying" = FALSE WHERE "afterSaleNo" = :expired'),
    ],
    [
      'a case is gone with its log',
      ['caseLost'],
      async (client) => {
        await sql('DELETE FROM "AfterSaleEvent" WHERE "afterSaleNo" = :disputed')(client)
        await sql('DELETE FROM "AfterSale" WHERE "no" = :disputed')(client)
      },
    ],
    [
      'a deadline is an hour shorter',
      ['clockShortened', 'rowDiffers'],
      sql(`UPDATE "AfterSale" SET "dueAt" = "dueAt" - interval '1 hour' WHERE "no" = :expired`),
    ],
    [
      'the time for evidence is an hour shorter',
      ['clockShortened', 'rowDiffers'],
      sql(`UPDATE "AfterSale" SET "evidenceDueAt" = "evidenceDueAt" - interval '1 hour' WHERE "no" = :disputed`),
    ],
    [
      'a deadline is an hour longer',
      ['clockMoved', 'rowDiffers'],
      sql(`UPDATE "AfterSale" SET "dueAt" = "dueAt" + interval '1 hour' WHERE "no" = :expired`),
    ],
    [
      'a deadline fired at its very instant',
      ['clockMoved', 'clockShortened', 'rowDiffers'],
      sql(
        `UPDATE "AfterSaleEvent" SET "recordedAt" = "effectiveAt" WHERE "afterSaleNo" = :expired AND "type" = 'ReviewExpired'`,
      ),
    ],
    [
      'somebody acted when the time was over',
      ['clockShortened', 'decidedLate', 'rowDiffers'],
      sql(
        `UPDATE "AfterSaleEvent" SET "recordedAt" = "recordedAt" + interval '1 hour 1 minute' WHERE "afterSaleNo" = :disputed AND "type" = 'DisputeOpened'`,
      ),
    ],
    [
      'cases are due and nobody decides them',
      ['overdue'],
      sql(`UPDATE "SandboxClock" SET "offsetMs" = "offsetMs" + 3600000 * 300`),
    ],
    [
      'an act was answered and is nowhere',
      ['answerBroken'],
      (_, { load }) => load.acts.push({ no: nos().paid, path: 'messages', token: 'nowhere', fate: 'done' }),
    ],
    [
      'an act was refused and is there',
      ['answerBroken'],
      (_, { load }) => load.acts.push({ no: nos().disputed, path: 'dispute', token: '请平台看一下', fate: 'refused' }),
    ],
    [
      'an approval was answered twice and is there once',
      ['answerBroken'],
      (_, { load }) =>
        load.acts.push(
          { no: nos().paid, path: 'approve', token: 'a', fate: 'done' },
          { no: nos().paid, path: 'approve', token: 'b', fate: 'done' },
        ),
    ],
    [
      'an application opened two cases',
      ['caseLost', 'caseTwice', 'rowDiffers'],
      sql('UPDATE "AfterSale" SET "description" = (SELECT "description" FROM "AfterSale" WHERE "no" = :paid)'),
    ],
    [
      'what was agreed to is gone with its log',
      ['caseLost'],
      async (client) => {
        await sql('DELETE FROM "AfterSaleEvent" WHERE "afterSaleNo" = :exchange')(client)
        await sql('DELETE FROM "AfterSale" WHERE "no" = :exchange')(client)
      },
    ],
    [
      'two returns agreed to one exchange',
      ['caseTwice', 'clockMoved', 'decidedLate', 'rowDiffers', 'webhookUntold'],
      sql(`WITH "agreed" AS (SELECT "data" FROM "AfterSaleEvent" WHERE "afterSaleNo" = :exchanged AND "type" = 'ServiceAgreed')
        UPDATE "AfterSaleEvent" e SET "type" = 'ServiceAgreed', "data" = a."data" FROM "agreed" a
        WHERE e."afterSaleNo" = :expired AND e."type" = 'ReviewExpired'`),
    ],
  ])('finds that %s', async (_, kinds, damage) => {
    expect(await findAfter(damage)).toEqual(kinds)
  })
})

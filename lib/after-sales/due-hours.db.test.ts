import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { database, inTransaction } from '@/tests/support/access'
import { AGENT, act, BUYER, HOUR, moveClock, mustSucceed, openCase, shopScope } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { deleteEmptyHours } from './due-hour-store'
import { forecastQueue } from './forecast-queries'
import { readNow } from './store'
import { sweepDue } from './sweep'
import type { Forecast } from './views'

useDatabase()

let shopId = ''
beforeEach(() => {
  shopId = `shop-${randomUUID()}`
})
afterEach(expectSums)

const KEPT = `SELECT "shopId", "hour", "type", "dueKind", sum("cases")::int, sum("fen")::bigint FROM "DueHour"
  GROUP BY 1, 2, 3, 4 HAVING sum("cases") <> 0 OR sum("fen") <> 0`
const ANEW = `SELECT "shopId", date_bin('1 hour', "dueAt", 'epoch'), "type", "dueKind", count(*)::int, sum("amountFen")::bigint
  FROM "AfterSale" WHERE "waitingOn" = 'MERCHANT' AND "dueAt" IS NOT NULL GROUP BY 1, 2, 3, 4`

/** Whatever was done: the sums are what they would be if they were made anew. */
async function expectSums(): Promise<void> {
  const { rows } = await database.query(`(${KEPT} EXCEPT ${ANEW}) UNION ALL (${ANEW} EXCEPT ${KEPT})`)
  expect(rows).toEqual([])
}

async function setDue(no: string, at: Date, amountFen = 100): Promise<void> {
  await database.query(`UPDATE "AfterSale" SET "dueAt" = $2, "soonMs" = NULL, "amountFen" = $3 WHERE "no" = $1`, [
    no,
    at,
    amountFen,
  ])
}

/** Case by case, what the forecast should say of the shop. */
async function forecastAnew(now: number): Promise<Pick<Forecast, 'within24h'> & { cases: number[]; fen: number[] }> {
  const { rows } = await database.query<{ type: string; dueAt: Date; amountFen: number }>(
    `SELECT "type", "dueAt", "amountFen" FROM "AfterSale" WHERE "shopId" = $1 AND "waitingOn" = 'MERCHANT' AND "dueAt" >= $2`,
    [shopId, new Date(now)],
  )
  const first = now - (now % HOUR)
  const sum = (some: typeof rows) => some.reduce((fen, { amountFen }) => fen + amountFen, 0)
  const bars = Array.from({ length: 48 }, (_, hour) =>
    rows.filter(({ dueAt }) => Math.floor((dueAt.getTime() - first) / HOUR) === hour),
  )
  const soon = rows.filter(({ dueAt }) => dueAt.getTime() <= now + 24 * HOUR)
  const refunds = soon.filter(({ type }) => type === 'REFUND_ONLY')
  return {
    cases: bars.map((bar) => bar.length),
    fen: bars.map(sum),
    within24h: {
      cases: soon.length,
      refundCases: refunds.length,
      refundFen: sum(refunds),
      returnCases: soon.length - refunds.length,
    },
  }
}

async function expectForecast(): Promise<void> {
  const { hours, within24h, now } = await forecastQueue(shopScope(shopId))
  const anew = await forecastAnew(now)
  expect(within24h).toEqual(anew.within24h)
  expect(hours.map((bar) => bar.refundCases + bar.returnCases)).toEqual(anew.cases)
  expect(hours.map((bar) => bar.refundFen + bar.returnFen)).toEqual(anew.fen)
}

/** Sets the clock so that it is so many minutes past a full hour. */
async function beMinutesPast(minutes: number): Promise<number> {
  const now = await readNow(database)
  await moveClock(HOUR - (now % HOUR) + minutes * 60_000)
  return readNow(database)
}

/** Numbers from 0 up to `below`, the same every time. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * below)
  }
}

describe('the forecast is exact to the instant', () => {
  // whether the 24 hours end early or late in their hour, a different part of it is summed
  it.each([5, 29, 31, 55])('at %i minutes past', async (minutes) => {
    const now = await beMinutesPast(minutes)
    const offsets = [0.02, 0.6, 23.9, 23.99, 24.01, 24.3, 24.7, 24.99, 47.1, 47.99, 48.5]
    for (const [at, hours] of offsets.entries()) {
      const { no } = await openCase(at % 2 === 0 ? 'REFUND_ONLY' : 'RETURN_REFUND', shopId)
      await setDue(no, new Date(now + hours * HOUR), 2 ** at)
    }
    await expectForecast()
  })

  it('leaves out what is over and not settled yet', async () => {
    const now = await beMinutesPast(40)
    const [late, next] = [await openCase('REFUND_ONLY', shopId), await openCase('REFUND_ONLY', shopId)]
    await setDue(late.no, new Date(now - 60_000), 7)
    await setDue(next.no, new Date(now + 10 * 60_000), 11)
    const { hours, within24h } = await forecastQueue(shopScope(shopId))
    expect(hours[0]).toMatchObject({ refundCases: 1, refundFen: 11 })
    expect(within24h).toMatchObject({ cases: 1, refundFen: 11 })
  })
})

describe('the sums of the hours', () => {
  it.each([1, 2, 3])('follow whatever happens: history %i', async (seed) => {
    const roll = dice(seed)
    const nos: string[] = []
    for (let step = 0; step < 40; step++) {
      const no = nos[roll(nos.length)]
      const what = roll(8)
      if (no === undefined || what < 2) nos.push((await openCase(roll(2) ? 'REFUND_ONLY' : 'RETURN_REFUND', shopId)).no)
      else if (what === 2) await act(no, AGENT, { type: 'approve' })
      else if (what === 3)
        await act(no, BUYER, { type: 'submitReturnShipment', carrier: '顺丰', trackingNo: `SF${step}` })
      else if (what === 4) await act(no, BUYER, { type: 'withdraw' })
      else if (what === 5)
        await act(no, AGENT, { type: 'logContact', channel: 'PHONE', outcome: 'REACHED', note: '说明' })
      else if (what === 6) await moveClock(roll(20) * HOUR)
      else await sweepDue()
    }
    await expectSums()
    await sweepDue()
    await expectForecast()
  })

  it('follow many that come in one statement, and go', async () => {
    const { orderNo } = await openCase('REFUND_ONLY', shopId)
    await database.query(
      `INSERT INTO "AfterSale" ("shopId", "no", "orderNo", "buyerId", "buyerName", "type", "status", "waitingOn", "version", "seq", "attempt",
         "policyVersion", "reason", "amountFen", "currency", "dueKind", "dueAt", "openedAt", "updatedAt")
       SELECT $1, $1 || n, $2, 'buyer-1', '王小明', 'REFUND_ONLY', 'PENDING_REVIEW', 'MERCHANT', 1, 1, 1, 'kuaishou-2021-03-25', 'OTHER',
         n, 'CNY', 'REVIEW', app_now() + n * interval '10 minutes', app_now(), app_now() FROM generate_series(1, 300) n`,
      [shopId, orderNo],
    )
    await expectSums()
    await expectForecast()
    await database.query(`DELETE FROM "AfterSale" WHERE "shopId" = $1 AND "amountFen" <= 300 AND "amountFen" % 2 = 0`, [
      shopId,
    ])
  })

  it('are nothing that is not committed', async () => {
    const { no } = await openCase('REFUND_ONLY', shopId)
    const failing = inTransaction(async (tx) => {
      await tx.query(`UPDATE "AfterSale" SET "dueAt" = "dueAt" + interval '3 hours' WHERE "no" = $1`, [no])
      throw new Error('taken back')
    })
    await expect(failing).rejects.toThrow('taken back')
  })

  it('keep nobody waiting, and what two wrote beside each other becomes one row', async () => {
    const at = new Date((await readNow(database)) + 30 * HOUR)
    const [first, second, third] = [
      await openCase('REFUND_ONLY', shopId),
      await openCase('REFUND_ONLY', shopId),
      await openCase('REFUND_ONLY', shopId),
    ]
    await setDue(third.no, at)
    await inTransaction(async (tx) => {
      await tx.query(`UPDATE "AfterSale" SET "dueAt" = $2 WHERE "no" = $1`, [first.no, at])
      // over another connection, while the first holds the hour
      await setDue(second.no, at)
    })
    expect(await rowsAt(at)).toBe(2)
    await expectSums()
    mustSucceed(await act(third.no, AGENT, { type: 'approve' }))
    expect(await rowsAt(at)).toBe(1)
  })

  it('survive many at once on one hour', async () => {
    const at = new Date((await readNow(database)) + 20 * HOUR)
    const cases = await Promise.all(Array.from({ length: 12 }, () => openCase('REFUND_ONLY', shopId)))
    await Promise.all(cases.map(({ no }) => setDue(no, at)))
    await expectSums()
    await Promise.all(cases.map(({ no }) => act(no, AGENT, { type: 'approve' })))
    await expectSums()
    await moveClock(72 * HOUR)
    await deleteEmptyHours()
    expect(await rowsAt(at)).toBe(0)
  })
})

async function rowsAt(at: Date): Promise<number> {
  const { rows } = await database.query(
    `SELECT 1 FROM "DueHour" WHERE "shopId" = $1 AND "hour" = date_bin('1 hour', $2::timestamptz, 'epoch')`,
    [shopId, at],
  )
  return rows.length
}

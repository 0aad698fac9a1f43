import { describe, expect, it } from 'vitest'
import { database, inTransaction } from '@/tests/support/access'
import {
  AGENT,
  act,
  BUYER,
  DAY,
  eventsOf,
  HOUR,
  moveClock,
  mustSucceed,
  openCase,
  PLATFORM,
  stateOf,
} from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { createMany, sweepWithVictim } from '@/tests/support/many-cases'
import type { AfterSaleType } from './domain/after-sale'
import { replay } from './domain/evolve'
import { remindAll, settleOverdue, sweepDue, timeUntilDue } from './sweep'

const { url } = useDatabase()

async function toldOf(no: string) {
  return (await eventsOf(no)).flatMap((event) => (event.type === 'DeadlineSoon' ? [event] : []))
}

async function hoursTold(no: string): Promise<number[]> {
  return (await toldOf(no)).map(({ data }) => data.beforeMs / HOUR)
}

/** A case whose time runs out so many ms after the present of the database's clock. */
async function openDueIn(ms: number, type: AfterSaleType = 'REFUND_ONLY'): Promise<string> {
  const { no } = await openCase(type)
  await moveClock(48 * HOUR - ms)
  return no
}

describe('what comes soon', () => {
  it('is told by the sweep at its instant, and replays to the row', async () => {
    const no = await openDueIn(24 * HOUR)
    const before = await stateOf(no)
    await sweepDue()
    const state = await stateOf(no)
    const dueAt = before.deadline?.dueAt ?? Number.NaN
    expect(await toldOf(no)).toEqual([
      {
        type: 'DeadlineSoon',
        actor: { role: 'SYSTEM', id: null },
        clause: 'R1.1',
        effectiveAt: dueAt - 24 * HOUR,
        recordedAt: state.updatedAt,
        data: { kind: 'REVIEW', dueAt, beforeMs: 24 * HOUR },
      },
    ])
    expect(state).toMatchObject({ version: before.version, seq: before.seq + 1, deadline: { dueAt, soonMs: 6 * HOUR } })
    expect(replay(await eventsOf(no))).toEqual(state)
  })

  it('is told once by many sweeps at the same time', async () => {
    const nos = await Promise.all(Array.from({ length: 20 }, async () => (await openCase()).no))
    await moveClock(43 * HOUR)
    await Promise.all(Array.from({ length: 4 }, () => sweepDue()))
    await sweepDue()
    for (const no of nos) expect(await hoursTold(no)).toEqual([24, 6])
  })

  it('is told late after an outage, all that was missed, unless the deadline itself has passed', async () => {
    const passed = await openDueIn(5 * HOUR)
    const running = (await openCase('RETURN_REFUND')).no
    await moveClock(47.5 * HOUR)
    await sweepDue()
    expect(await hoursTold(running)).toEqual([24, 6, 1])
    expect(await hoursTold(passed)).toEqual([])
    expect((await stateOf(passed)).expired).toBe('REVIEW')
    await sweepDue()
    expect(await hoursTold(running)).toEqual([24, 6, 1])
    expect(replay(await eventsOf(running))).toEqual(await stateOf(running))
  })

  it('is told by no reading and no act', async () => {
    const no = await openDueIn(5 * HOUR, 'RETURN_REFUND')
    await settleOverdue(PLATFORM)
    mustSucceed(await act(no, AGENT, { type: 'sendMessage', text: '您好' }))
    expect(await hoursTold(no)).toEqual([])
  })

  it('is not told of a deadline that another one took the place of meanwhile', async () => {
    const no = await openDueIn(5 * HOUR, 'RETURN_REFUND')
    // the approval holds the row while the sweep looks, and the sweep passes it over
    await inTransaction(async (tx) => {
      await tx.query(`SELECT 1 FROM "AfterSale" WHERE "no" = $1 FOR UPDATE`, [no])
      await sweepDue()
    })
    expect(await hoursTold(no)).toEqual([])
    mustSucceed(await act(no, AGENT, { type: 'approve' }))
    await sweepDue()
    expect(await hoursTold(no)).toEqual([])
    expect((await stateOf(no)).deadline).toMatchObject({ kind: 'RETURN', soonMs: 24 * HOUR })
    mustSucceed(await act(no, BUYER, { type: 'submitReturnShipment', carrier: '顺丰', trackingNo: 'SF1' }))
    await moveClock(9 * DAY)
    await sweepDue()
    mustSucceed(await act(no, BUYER, { type: 'submitReturnShipment', carrier: '顺丰', trackingNo: 'SF2' }))
    await sweepDue()
    expect((await toldOf(no)).map(({ data }) => [data.kind, data.beforeMs])).toEqual([['RECEIPT', 24 * HOUR]])
    expect(replay(await eventsOf(no))).toEqual(await stateOf(no))
  })

  it('of one case that cannot be decided keeps no other one from it', async () => {
    const [bad, good] = [(await openCase()).no, (await openCase()).no]
    await database.query(`UPDATE "AfterSale" SET "policyVersion" = 'of another build' WHERE "no" = $1`, [bad])
    await moveClock(30 * HOUR)
    await sweepDue()
    expect(await hoursTold(good)).toEqual([24])
    expect(await hoursTold(bad)).toEqual([])
    await remindAll()
    await database.query(`UPDATE "AfterSale" SET "policyVersion" = 'kuaishou-2021-03-25' WHERE "no" = $1`, [bad])
    await sweepDue()
    expect(await hoursTold(bad)).toEqual([24])
  })

  it('is waited for where that is asked: what another worker holds is told when it answers', async () => {
    const nos = await Promise.all(Array.from({ length: 10 }, async () => (await openCase()).no))
    await moveClock(43 * HOUR)
    const [, told] = await Promise.all([sweepDue(), remindAll().then(() => Promise.all(nos.map(hoursTold)))])
    expect(told).toEqual(nos.map(() => [24, 6]))
  })

  it('wakes the sweep: it is the next thing to do while it comes before every deadline', async () => {
    await database.query(`UPDATE "AfterSale" SET "dueAt" = app_now() + interval '90 days' WHERE "dueAt" IS NOT NULL`)
    const { no } = await openCase()
    const reach = async (ms: number) => expect(Math.abs(((await timeUntilDue()) ?? 0) - ms)).toBeLessThan(HOUR / 2)
    await reach(24 * HOUR)
    await moveClock(24 * HOUR)
    await sweepDue()
    await reach(18 * HOUR)
    await moveClock(23.5 * HOUR)
    await sweepDue()
    expect(await hoursTold(no)).toEqual([24, 6, 1])
    await reach(0.5 * HOUR)
  })
})

it('two workers over 2,000 cases, and one more killed with -9 in the middle: each is told once', async () => {
  await createMany(1999, 5 * HOUR)
  await sweepWithVictim(async () => {
    const { rows } = await database.query(
      `SELECT 1 FROM "AfterSale" WHERE "no" LIKE '%-%' AND "soonMs" = 3600000 LIMIT 1`,
    )
    return rows.length > 0
  }, url())
  const { rows } = await database.query(
    `SELECT "hours", count(*) AS "cases", count(DISTINCT "afterSaleNo") AS "different" FROM (
       SELECT "afterSaleNo", ("data"->>'beforeMs')::int / 3600000 AS "hours" FROM "AfterSaleEvent"
       WHERE "type" = 'DeadlineSoon' AND "afterSaleNo" LIKE '%-%') told GROUP BY 1 ORDER BY 1 DESC`,
  )
  expect(rows).toEqual([
    { hours: 24, cases: 1999, different: 1999 },
    { hours: 6, cases: 1999, different: 1999 },
  ])
}, 120_000)

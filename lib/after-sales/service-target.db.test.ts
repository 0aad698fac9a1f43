import { describe, expect, it } from 'vitest'
import { measureLag } from '@/lib/health/queries'
import { database } from '@/tests/support/access'
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
} from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { DISPUTE, expectReplays } from '@/tests/support/disputes'
import { step } from '@/tests/support/services'
import { settleOverdue, sweepDue, timeUntilDue } from './sweep'

/** R3.4 A target: told, missed, and nothing else. */

useDatabase()

async function toldOf(no: string): Promise<number[]> {
  return (await eventsOf(no)).flatMap((event) => (event.type === 'DeadlineSoon' ? [event.data.beforeMs / HOUR] : []))
}

it('wakes the sweep where no other clock runs', async () => {
  expect(await timeUntilDue()).toBeNull()
  await openCase('INSTALLATION')
  expect(Math.abs(((await timeUntilDue()) ?? 0) - 24 * HOUR)).toBeLessThan(HOUR)
})

describe('R3.4 the first answer', () => {
  it('is told to be due once each time, is missed without consequence, and can still be given', async () => {
    const { no, deadline } = await openCase('COMPLAINT')
    for (const hours of [24, 18, 5]) {
      await moveClock(hours * HOUR)
      await Promise.all([sweepDue(), sweepDue()])
    }
    expect(await toldOf(no)).toEqual([24, 6, 1])
    await moveClock(HOUR + 1)
    await Promise.all([sweepDue(), sweepDue(), sweepDue()])
    await settleOverdue(PLATFORM, { no })
    await sweepDue()
    expect(await toldOf(no)).toEqual([24, 6, 1, 0])
    expect(await expectReplays(no)).toMatchObject({
      status: 'IN_SERVICE',
      expired: null,
      deadline: { kind: 'SERVICE_ANSWER', dueAt: deadline?.dueAt, soonMs: null },
    })
    mustSucceed(await act(no, AGENT, step('ANSWERED')))
    mustSucceed(await act(no, AGENT, step('PERFORMED')))
    expect(await expectReplays(no)).toMatchObject({
      service: { step: 'PERFORMED' },
      deadline: { kind: 'SERVICE_CONFIRM' },
    })
  })

  it('is all that is told of it after an outage, and frozen it goes on from where it was', async () => {
    const { no } = await openCase('SETUP')
    await moveClock(60 * HOUR)
    const { dispute } = mustSucceed(await act(no, BUYER, DISPUTE))
    expect(dispute?.frozen?.remainingMs).toBeLessThanOrEqual(-12 * HOUR)
    await moveClock(HOUR)
    await sweepDue()
    expect(await toldOf(no)).toEqual([])
    const resumed = mustSucceed(await act(no, BUYER, { type: 'withdrawDispute' }))
    expect((resumed.deadline?.dueAt ?? 0) - resumed.updatedAt).toBe(dispute?.frozen?.remainingMs)
    await sweepDue()
    await sweepDue()
    expect(await toldOf(no)).toEqual([0])
    await expectReplays(no)
  })

  it('that is missed leaves the sweep nothing to do, and delays no deadline', async () => {
    await sweepDue()
    await database.query(
      `UPDATE "AfterSale" SET "dueAt" = app_now() + interval '400 days' WHERE "dueKind" <> 'SERVICE_ANSWER'`,
    )
    await openCase('TRAINING')
    const nextIn = async () => (await timeUntilDue()) ?? Number.NaN
    expect(Math.abs((await nextIn()) - 24 * HOUR)).toBeLessThan(HOUR)
    await moveClock(49 * HOUR)
    expect(await nextIn()).toBeLessThan(0)
    expect(await sweepDue()).toBe(1)
    expect(await sweepDue()).toBe(0)
    expect(await nextIn()).toBeGreaterThan(300 * DAY)
    expect(await measureLag()).toBe(0)
  })
})

import { describe, expect, it } from 'vitest'
import { database } from '@/tests/support/access'
import {
  AGENT,
  act,
  apply,
  BUYER,
  DAY,
  eventsOf,
  HOUR,
  MANAGER,
  moveClock,
  mustSucceed,
  openCase,
  refusalOf,
  stateOf,
} from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { DISPUTE, expectReplays, REJECTION, WAYBILL } from '@/tests/support/disputes'
import { sweepWithVictim } from '@/tests/support/many-cases'
import {
  AGREEMENT,
  CONFIRMED,
  CONTACT,
  openProposed,
  openSentBack,
  PROPOSAL,
  serviceOf,
  step,
} from '@/tests/support/services'
import { settleOverdue, sweepDue } from './sweep'

/** Real concurrency on services: every act has a connection and a transaction of its own. */

const { url } = useDatabase()

/** The cases on the line of an order, and those of them that occupy it. */
async function casesOf(orderNo: string): Promise<{ all: number; open: string[] }> {
  const { rows } = await database.query<{ no: string; occupying: boolean }>(
    `SELECT "afterSaleNo" AS "no", "occupying" FROM "AfterSaleLine" WHERE "orderNo" = $1`,
    [orderNo],
  )
  return { all: rows.length, open: rows.flatMap(({ no, occupying }) => (occupying ? [no] : [])) }
}

/** One service took the return's place, or none did. */
async function expectSettled(no: string, orderNo: string, agreed: boolean): Promise<void> {
  const state = await expectReplays(no)
  expect(state.closeReason === 'OFFLINE_EXCHANGE').toBe(agreed)
  expect((await eventsOf(no)).filter(({ type }) => type === 'ServiceAgreed')).toHaveLength(agreed ? 1 : 0)
  if (!agreed) return
  const service = await serviceOf(no)
  await expectReplays(service.no)
  expect(await casesOf(orderNo)).toEqual({ all: 2, open: [service.no] })
}

async function openReached() {
  const { no, orderNo } = await openProposed()
  mustSucceed(await act(no, AGENT, CONTACT))
  return { no, orderNo, contactId: (await stateOf(no)).lastContact?.id }
}

describe('two at the same instant', () => {
  it('agreement against the expiry of the return: settled or closed by the clock, never both', async () => {
    for (let round = 0; round < 16; round++) {
      const { no, orderNo } = await openProposed()
      mustSucceed(await act(no, AGENT, { type: 'approve' }))
      // due within the next few milliseconds, so that either may come first
      await moveClock(10 * DAY - (round % 8))
      const [agreement] = await Promise.all([
        act(no, BUYER, AGREEMENT),
        sweepDue(),
        settleOverdue({ kind: 'PLATFORM' }, { no }),
      ])
      if (!agreement.ok) expect(refusalOf(agreement)).toBe('deadlinePassed')
      await expectSettled(no, orderNo, agreement.ok)
      if (!agreement.ok) expect((await stateOf(no)).closeReason).toBe('RETURN_TIMEOUT')
    }
  })

  it('agreement against the expiry of the review: the buyer has agreed either way', async () => {
    for (let round = 0; round < 8; round++) {
      const { no, orderNo } = await openProposed()
      await moveClock(48 * HOUR - (round % 8))
      const [agreement] = await Promise.all([act(no, BUYER, AGREEMENT), sweepDue()])
      expect(agreement.ok).toBe(true)
      await expectSettled(no, orderNo, true)
    }
  })

  it('agreement against rejection: one of them, and the other is told', async () => {
    for (let round = 0; round < 10; round++) {
      const { no, orderNo } = await openReached()
      const [agreement, rejection] = await Promise.all([act(no, BUYER, AGREEMENT), act(no, AGENT, REJECTION)])
      expect([agreement.ok, rejection.ok].filter(Boolean)).toHaveLength(1)
      expect(refusalOf(agreement.ok ? rejection : agreement)).toBe('notAllowedInStatus')
      await expectSettled(no, orderNo, agreement.ok)
      if (rejection.ok) expect(await stateOf(no)).toMatchObject({ status: 'REJECTED', service: null })
    }
  })

  it('agreement against the waybill, a dispute and a withdrawal: one of them', async () => {
    for (const other of [WAYBILL, DISPUTE, { type: 'withdraw' } as const, { ...AGREEMENT, accept: false }])
      for (let round = 0; round < 4; round++) {
        const { no, orderNo } = await openProposed()
        mustSucceed(await act(no, AGENT, { type: 'approve' }))
        const outcomes = await Promise.all([act(no, BUYER, AGREEMENT), act(no, BUYER, other)])
        expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
        expect(outcomes.flatMap((one) => refusalOf(one) ?? [])).toEqual(['notAllowedInStatus'])
        await expectSettled(no, orderNo, outcomes[0].ok)
      }
  })

  it('the buyer’s agreement against the merchant’s record of it, twice each: one service', async () => {
    for (let round = 0; round < 10; round++) {
      const { no, orderNo, contactId } = await openReached()
      const outcomes = await Promise.all([
        act(no, BUYER, AGREEMENT),
        act(no, AGENT, { ...AGREEMENT, contactId }),
        act(no, BUYER, AGREEMENT),
        act(no, MANAGER, { ...AGREEMENT, contactId }),
      ])
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      expect(new Set(outcomes.flatMap((one) => refusalOf(one) ?? []))).toEqual(new Set(['notAllowedInStatus']))
      await expectSettled(no, orderNo, true)
    }
  })

  it('agreement against a new proposal: to what the buyer saw, if he says which version', async () => {
    for (let round = 0; round < 10; round++) {
      const { no, version } = await openProposed()
      const [agreement, again] = await Promise.all([
        act(no, BUYER, AGREEMENT, { version }),
        act(no, AGENT, { ...PROPOSAL, kind: 'REPAIR' }),
      ])
      expect([agreement.ok, again.ok].filter(Boolean)).toHaveLength(1)
      if (agreement.ok) expect((await serviceOf(no)).type).toBe('EXCHANGE')
      else expect(refusalOf(agreement)).toBe('versionConflict')
    }
  })

  it('agreement against applications for the same line: no deadlock, and the line is never free', async () => {
    for (let round = 0; round < 12; round++) {
      const { no, orderNo } = await openProposed()
      const [agreement, ...applications] = await Promise.all([
        act(no, BUYER, AGREEMENT),
        apply(orderNo),
        apply(orderNo, { type: 'REPAIR' }),
        apply(orderNo, { type: 'RETURN_REFUND' }),
      ])
      expect(agreement.ok).toBe(true)
      expect(applications.map(refusalOf)).toEqual(['openCaseExists', 'openCaseExists', 'openCaseExists'])
      await expectSettled(no, orderNo, true)
    }
  })

  it('agreement a moment late against an application and the sweep: the line goes to the application', async () => {
    for (let round = 0; round < 10; round++) {
      const { no, orderNo } = await openProposed()
      mustSucceed(await act(no, AGENT, { type: 'approve' }))
      await moveClock(10 * DAY + 1000)
      const [agreement, application] = await Promise.all([act(no, BUYER, AGREEMENT), apply(orderNo), sweepDue()])
      expect(refusalOf(agreement)).toBe('deadlinePassed')
      const { no: newer } = mustSucceed(application)
      expect(await casesOf(orderNo)).toEqual({ all: 2, open: [newer] })
      await expectSettled(no, orderNo, false)
    }
  })

  it('the buyer’s confirmation against the clock’s: done once', async () => {
    for (let round = 0; round < 16; round++) {
      const { no } = await openSentBack()
      await moveClock(10 * DAY - (round % 8))
      const [confirmed] = await Promise.all([
        act(no, BUYER, CONFIRMED),
        sweepDue(),
        settleOverdue({ kind: 'PLATFORM' }, { no }),
      ])
      if (!confirmed.ok) expect(refusalOf(confirmed)).toBe('deadlinePassed')
      expect(await expectReplays(no)).toMatchObject({ status: 'CLOSED', closeReason: 'SERVICE_DONE' })
      const last = (await eventsOf(no)).filter(({ type }) => type === 'ServiceConfirmed' || type === 'ServiceExpired')
      expect(last.map(({ type }) => type)).toEqual([confirmed.ok ? 'ServiceConfirmed' : 'ServiceExpired'])
    }
  })

  it('a step that is recorded twice at once is recorded once', async () => {
    const { no } = await openCase('REPAIR')
    const outcomes = await Promise.all([AGENT, MANAGER, AGENT].map((actor) => act(no, actor, step('GOODS_RECEIVED'))))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await expectReplays(no)).seq).toBe(2)
  })

  it('a step against a dispute: what was recorded stays, nothing is recorded after it', async () => {
    for (let round = 0; round < 10; round++) {
      const { no } = await openCase('REPAIR')
      const [performed, dispute] = await Promise.all([act(no, AGENT, step('PERFORMED')), act(no, BUYER, DISPUTE)])
      expect(dispute.ok).toBe(true)
      const state = await expectReplays(no)
      expect(state.service?.step).toBe(performed.ok ? 'PERFORMED' : 'AGREED')
      expect(state.dispute?.frozen?.kind ?? null).toBe(performed.ok ? 'SERVICE_CONFIRM' : null)
    }
  })
})

it('two processes over services to confirm and missed targets, and one more killed with -9: each is done or told once', async () => {
  const confirm: string[] = []
  const missed: string[] = []
  for (let n = 0; n < 250; n++) {
    confirm.push((await openSentBack()).no)
    missed.push((await openCase('COMPLAINT')).no)
  }
  await moveClock(11 * DAY)
  const count = async (type: string, nos: readonly string[]) => {
    const { rows } = await database.query<{ n: number; cases: number }>(
      `SELECT count(*) AS n, count(DISTINCT "afterSaleNo") AS cases FROM "AfterSaleEvent" WHERE "type" = $1 AND "afterSaleNo" = ANY ($2)`,
      [type, nos],
    )
    return rows[0]
  }
  await sweepWithVictim(async () => ((await count('ServiceExpired', confirm))?.n ?? 0) > 0, url())
  await sweepDue()
  expect(await count('ServiceExpired', confirm)).toEqual({ n: 250, cases: 250 })
  expect(await count('DeadlineSoon', missed)).toEqual({ n: 250, cases: 250 })
  expect(await count('DeadlineSoon', confirm)).toEqual({ n: 0, cases: 0 })
  for (const no of [...confirm.slice(0, 3), ...missed.slice(0, 3)]) await expectReplays(no)
}, 120_000)

import { describe, expect, it } from 'vitest'
import { database, inTransaction } from '@/tests/support/access'
import {
  AGENT,
  act,
  apply,
  BUYER,
  createOrder,
  eventsOf,
  HOUR,
  MANAGER,
  makeOverdue,
  moveClock,
  mustSucceed,
  openCase,
  refusalOf,
  stateOf,
} from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { replay } from './domain/evolve'
import type { Handled } from './handle-command'
import { settleOverdue, sweepDue } from './sweep'

/** Real concurrency: every act has a connection and a transaction of its own. */

useDatabase()

const REJECTION = { type: 'reject', reasonCode: 'OTHER', text: '已经和您说明，不符合退款条件' } as const

async function expectOneRefund(no: string) {
  const { rows } = await database.query('SELECT 1 FROM "Refund" WHERE "afterSaleNo" = $1', [no])
  expect(rows).toHaveLength(1)
  const events = await eventsOf(no)
  expect(events.filter(({ type }) => type === 'RefundOrdered')).toHaveLength(1)
  expect(replay(events)).toEqual(await stateOf(no))
}

describe('two at the same instant', () => {
  it('approval against expiry: exactly one of them decides', async () => {
    for (let round = 0; round < 20; round++) {
      const { no } = await openCase()
      // due within the next few milliseconds, so that either may come first
      await database.query(`UPDATE "AfterSale" SET "dueAt" = app_now() + $2 * interval '1 ms' WHERE "no" = $1`, [
        no,
        round % 5,
      ])
      const [approval] = await Promise.all([
        act(no, AGENT, { type: 'approve' }),
        sweepDue(),
        settleOverdue({ kind: 'PLATFORM' }, { no }),
      ])
      const state = await stateOf(no)
      expect(state.refund?.origin).toBe(approval.ok ? 'MERCHANT' : 'REVIEW_TIMEOUT')
      if (!approval.ok) expect(refusalOf(approval)).toBe('deadlinePassed')
      await expectOneRefund(no)
    }
  })

  it('two agents, one approves and one rejects: one is told so', async () => {
    for (let round = 0; round < 10; round++) {
      const { no, version } = await openCase()
      mustSucceed(await act(no, AGENT, { type: 'logContact', channel: 'PHONE', outcome: 'REACHED', note: '已说明' }))
      const outcomes = await Promise.all([
        act(no, AGENT, { type: 'approve' }, { version }),
        act(no, MANAGER, REJECTION, { version }),
      ])
      expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
      expect(outcomes.flatMap((outcome) => refusalOf(outcome) ?? [])).toEqual(['versionConflict'])
    }
  })

  it('a double click refunds once', async () => {
    const { no } = await openCase()
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => act(no, AGENT, { type: 'approve' })))
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    await expectOneRefund(no)
  })

  it('withdrawal against approval: the case is withdrawn or refunded, never both', async () => {
    for (let round = 0; round < 10; round++) {
      const { no } = await openCase()
      await Promise.all([act(no, BUYER, { type: 'withdraw' }), act(no, AGENT, { type: 'approve' })])
      const { status } = await stateOf(no)
      const { rowCount } = await database.query('SELECT 1 FROM "Refund" WHERE "afterSaleNo" = $1', [no])
      expect([status, rowCount]).toEqual(status === 'CLOSED' ? ['CLOSED', 0] : ['REFUNDING', 1])
    }
  })

  it("the buyer's applications on one line: one case opens", async () => {
    const { orderNo } = await createOrder()
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => apply(orderNo)))
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(new Set(outcomes.flatMap((outcome) => refusalOf(outcome) ?? []))).toEqual(new Set(['openCaseExists']))
  })

  it('an application against the approval and the expiry of the case before it: no deadlock, no second open case', async () => {
    for (let round = 0; round < 10; round++) {
      const { no, orderNo } = await openCase('RETURN_REFUND')
      mustSucceed(await act(no, AGENT, { type: 'approve' }))
      await makeOverdue([no])
      const outcomes = await Promise.all([
        apply(orderNo),
        apply(orderNo),
        sweepDue(),
        act(no, BUYER, { type: 'submitReturnShipment', carrier: '顺丰', trackingNo: 'SF1' }),
      ])
      expect(
        outcomes.filter((outcome): outcome is Handled & { ok: true } => typeof outcome === 'object' && outcome.ok),
      ).toHaveLength(1)
      expect((await stateOf(no)).status).toBe('CLOSED')
    }
  })
})

describe('the refund cap (R0.5)', () => {
  it('holds over many partial cases on one line', async () => {
    const { orderNo } = await createOrder({ paidFen: [10_000], quantity: 5 })
    const part = (amountFen: number) => apply(orderNo, { lines: [{ lineNo: 1, quantity: 1, amountFen }] })
    for (const amountFen of [4000, 5000]) {
      const { no } = mustSucceed(await part(amountFen))
      mustSucceed(await act(no, AGENT, { type: 'approve' }))
      mustSucceed(await act(no, { role: 'SYSTEM', id: null }, { type: 'recordRefundSuccess' }))
    }
    expect(await part(1001)).toMatchObject({ refusal: { code: 'refundExceedsPaid', leftFen: 1000 } })
    mustSucceed(await part(1000))
  })

  it('is held by the database, should everything else fail', async () => {
    const { no, orderNo } = await openCase()
    await database.query('UPDATE "OrderLine" SET "refundedFen" = 1 WHERE "orderNo" = $1', [orderNo])
    await expect(act(no, AGENT, { type: 'approve' })).rejects.toMatchObject({
      constraint: 'OrderLine_refund_within_paid',
    })
    // nothing of it was saved
    expect((await stateOf(no)).status).toBe('PENDING_REVIEW')
  })
})

describe('a transaction that does not commit', () => {
  it('leaves no trace of the decision, its events, its refund or its job', async () => {
    const { no } = await openCase()
    const { handleCommand } = await import('./handle-command')
    await expect(
      inTransaction(async (tx) => {
        await handleCommand(tx, { scope: { kind: 'PLATFORM' }, actor: AGENT, no, command: { type: 'approve' } })
        throw new Error('the machine stopped')
      }),
    ).rejects.toThrow('the machine stopped')
    expect((await stateOf(no)).status).toBe('PENDING_REVIEW')
    expect(await eventsOf(no)).toHaveLength(1)
    const { rowCount } = await database.query('SELECT 1 FROM graphile_worker.jobs WHERE key = $1', [
      no.replace('AS', 'RF'),
    ])
    expect(rowCount).toBe(0)
  })
})

describe('a moved clock', () => {
  it('lets nobody act a millisecond late, though no worker has run', async () => {
    const { no, deadline } = await openCase()
    await moveClock(48 * HOUR + 1000)
    expect(refusalOf(await act(no, AGENT, { type: 'approve' }))).toBe('deadlinePassed')
    expect((await eventsOf(no))[1]).toMatchObject({ effectiveAt: deadline?.dueAt })
  })
})

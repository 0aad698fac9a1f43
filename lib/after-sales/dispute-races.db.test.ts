import { describe, expect, it } from 'vitest'
import { database, inTransaction } from '@/tests/support/access'
import {
  AGENT,
  act,
  apply,
  BUYER,
  eventsOf,
  HOUR,
  moveClock,
  mustSucceed,
  openCase,
  refusalOf,
  stateOf,
} from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import {
  DISPUTE,
  DONE,
  expectReplays,
  openDisputed,
  openRejected,
  openUnderReview,
  ruling,
  SUPPORT,
} from '@/tests/support/disputes'
import { sweepWithVictim } from '@/tests/support/many-cases'
import { handleCommand } from './handle-command'
import { settleOverdue, sweepDue } from './sweep'

/** Real concurrency on disputes: every act has a connection and a transaction of its own. */

const { url } = useDatabase()

async function refundsOf(no: string): Promise<number> {
  return (await database.query('SELECT 1 FROM "Refund" WHERE "afterSaleNo" = $1', [no])).rowCount
}

describe('two at the same instant', () => {
  it('escalation against the expiry of the same deadline: frozen or expired, never both', async () => {
    const seen = new Set<string>()
    for (let round = 0; round < 20; round++) {
      const { no } = await openCase()
      // due within the next few milliseconds, so that either may come first
      await moveClock(48 * HOUR - (round % 8))
      const [dispute] = await Promise.all([
        act(no, AGENT, DISPUTE),
        sweepDue(),
        settleOverdue({ kind: 'PLATFORM' }, { no }),
      ])
      const state = await expectReplays(no)
      seen.add(state.status)
      if (!dispute.ok) expect(refusalOf(dispute)).toBe('deadlinePassed')
      expect(state.status).toBe(dispute.ok ? 'IN_DISPUTE' : 'REFUNDING')
      expect(await refundsOf(no)).toBe(dispute.ok ? 0 : 1)
      const frozen = state.dispute?.frozen?.remainingMs ?? 0
      expect(frozen).toBeGreaterThanOrEqual(0)
    }
    expect([...seen].every((status) => status === 'IN_DISPUTE' || status === 'REFUNDING')).toBe(true)
  })

  it('concession against ruling: one of them ends the dispute, the other is told that it is over', async () => {
    for (let round = 0; round < 12; round++) {
      const { no } = await openUnderReview()
      const [concession, ruled] = await Promise.all([
        act(no, AGENT, { type: 'concedeDispute' }),
        act(no, SUPPORT, ruling({ outcome: 'DISMISS', liability: 'BUYER' })),
      ])
      expect([concession.ok, ruled.ok].filter(Boolean)).toHaveLength(1)
      expect([concession, ruled].flatMap((one) => refusalOf(one) ?? [])).toEqual(['disputeFinal'])
      const state = await expectReplays(no)
      expect([state.status, state.dispute?.stage, await refundsOf(no)]).toEqual(
        concession.ok ? ['REFUNDING', 'CONCEDED', 1] : ['CLOSED', 'RESOLVED', 0],
      )
    }
  })

  it('evidence against its deadline: it is in, or it is late', async () => {
    for (let round = 0; round < 12; round++) {
      const { no, dispute } = await openDisputed()
      await moveClock(48 * HOUR - (round % 6))
      const [given] = await Promise.all([
        act(no, AGENT, { type: 'submitEvidence', text: '最后一刻' }),
        sweepDue(),
        settleOverdue({ kind: 'PLATFORM' }, { no }),
      ])
      await settleOverdue({ kind: 'PLATFORM' }, { no })
      await expectReplays(no)
      const events = await eventsOf(no)
      expect(events.filter(({ type }) => type === 'EvidenceSubmitted')).toHaveLength(given.ok ? 1 : 0)
      expect(events.filter(({ type }) => type === 'EvidenceExpired').length).toBeLessThanOrEqual(1)
      if (!given.ok) expect(refusalOf(given)).toBe('evidenceClosed')
      const at = events.find(({ type }) => type === 'EvidenceSubmitted')?.recordedAt ?? 0
      expect(at).toBeLessThanOrEqual(dispute?.evidence.MERCHANT.dueAt ?? 0)
    }
  })

  it('two rulings: one is made, the other is told that it is over', async () => {
    for (let round = 0; round < 10; round++) {
      const { no, version } = await openUnderReview()
      const rulings = await Promise.all([
        act(no, SUPPORT, ruling()),
        act(no, { role: 'SUPPORT', id: 'support-2' }, ruling({ outcome: 'DISMISS', liability: 'BUYER' })),
        act(no, { role: 'SUPPORT', id: 'support-3' }, ruling({ amountFen: 100 }), { version }),
      ])
      expect(rulings.filter((one) => one.ok)).toHaveLength(1)
      for (const one of rulings) if (!one.ok) expect(['disputeFinal', 'versionConflict']).toContain(refusalOf(one))
      const state = await expectReplays(no)
      expect(await refundsOf(no)).toBe(state.status === 'CLOSED' ? 0 : 1)
      expect((await eventsOf(no)).filter(({ type }) => type === 'DisputeRuled')).toHaveLength(1)
    }
  })

  it('a dispute of a rejection against a new application of its buyer: one of them has the line', async () => {
    for (let round = 0; round < 12; round++) {
      const { no, orderNo } = await openRejected()
      const [dispute, application] = await Promise.all([act(no, BUYER, DISPUTE), apply(orderNo)])
      expect([dispute.ok, application.ok].filter(Boolean)).toHaveLength(1)
      expect((await stateOf(no)).status).toBe(dispute.ok ? 'IN_DISPUTE' : 'REJECTED')
      expect(refusalOf(dispute.ok ? application : dispute)).toBe(dispute.ok ? 'openCaseExists' : 'notAllowedInStatus')
    }
  })

  it('both sides say that they are done: the case is under review once', async () => {
    for (let round = 0; round < 10; round++) {
      const { no } = await openDisputed()
      const both = await Promise.all([act(no, AGENT, DONE), act(no, BUYER, DONE), act(no, AGENT, DONE)])
      expect(both.filter((one) => one.ok)).toHaveLength(2)
      expect(await expectReplays(no)).toMatchObject({
        dispute: { stage: 'UNDER_REVIEW', evidence: { BUYER: { submissions: 1 } } },
      })
    }
  })

  it('withdrawal of the dispute against the buyer’s withdrawal of the case: never a running clock on a closed case', async () => {
    for (let round = 0; round < 10; round++) {
      const { no } = await openDisputed()
      await Promise.all([act(no, AGENT, { type: 'withdrawDispute' }), act(no, BUYER, { type: 'withdraw' })])
      expect(await expectReplays(no)).toMatchObject({
        status: 'CLOSED',
        deadline: null,
        dispute: { stage: 'WITHDRAWN' },
      })
    }
  })
})

it('two workers over evidence whose time is over, and one more killed with -9 in the middle: each is closed once', async () => {
  const nos: string[] = []
  for (let n = 0; n < 600; n++) nos.push((await openDisputed()).no)
  await moveClock(49 * HOUR)
  const expired = async () => {
    const { rows } = await database.query<{ n: number }>(
      `SELECT count(*) AS n FROM "AfterSaleEvent" WHERE "type" = 'EvidenceExpired' AND "afterSaleNo" = ANY ($1)`,
      [nos],
    )
    return rows[0]?.n ?? 0
  }
  await sweepWithVictim(async () => (await expired()) > 0, url())
  expect(await expired()).toBe(600)
  const { rows } = await database.query(
    `SELECT count(*) AS n FROM "AfterSale" WHERE "no" = ANY ($1) AND "disputeLane" = 'TO_RULE' AND "evidenceDueAt" IS NULL`,
    [nos],
  )
  expect(rows).toEqual([{ n: 600 }])
  for (const no of nos.slice(0, 5)) await expectReplays(no)
}, 120_000)

it('a transaction that does not commit leaves the clock running', async () => {
  const { no } = await openCase()
  await expect(
    inTransaction(async (tx) => {
      mustSucceed(await handleCommand(tx, { scope: { kind: 'PLATFORM' }, actor: AGENT, no, command: DISPUTE }))
      throw new Error('the machine stopped')
    }),
  ).rejects.toThrow('the machine stopped')
  expect(await expectReplays(no)).toMatchObject({ status: 'PENDING_REVIEW', dispute: null })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AFTER_SALE_TYPES, type AfterSale, isFinal, occupiesLines, STATUSES, waitingOn } from './after-sale'
import type { Command } from './commands'
import { DISPUTE_STAGES } from './dispute'
import type { AfterSaleEvent } from './events'
import { replay } from './evolve'
import { mayAct } from './permissions'
import { ACTORS, command, DAY, HOUR, WAREHOUSE } from './testing/builders'
import { type Case, type Move, PAID, play, refundedOf } from './testing/world'

/** What holds after any sequence of acts by anybody, and of waiting, about the cases of one order. */

const WAYS: Command[] = [
  command('approve'),
  command('approve', { returnAddressId: WAREHOUSE.id }),
  command('approve', { returnAddressId: 'address-of-nobody' }),
  command('reject'),
  command('reject'),
  command('reject', { text: '不行' }),
  command('logContact'),
  command('logContact', { outcome: 'NO_ANSWER', note: '' }),
  command('logContact', { note: ' ' }),
  command('submitReturnShipment'),
  command('submitReturnShipment', { trackingNo: 'SF2' }),
  command('confirmReceipt'),
  command('withdraw'),
  command('sendMessage'),
  command('sendMessage'),
  command('readMessages'),
  command('openDispute'),
  command('submitEvidence'),
  command('submitEvidence', { text: undefined, done: true }),
  command('submitEvidence', { done: true }),
  command('requestEvidence', { from: ['MERCHANT'] }),
  command('requestEvidence'),
  command('withdrawDispute'),
  command('concedeDispute'),
  command('ruleDispute'),
  command('ruleDispute', { amountFen: 1 }),
  command('ruleDispute', { outcome: 'RETURN_THEN_REFUND' }),
  command('ruleDispute', { outcome: 'DISMISS' }),
  command('retryRefund'),
  command('recordRefundSuccess'),
  command('recordRefundStuck'),
]

/** Mostly acts of those who may: else the sequences would not get far. */
const act = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.constantFrom(...pairsOf(WAYS, ACTORS).filter(([way, { role }]) => mayAct(role, way.type))),
  },
  { weight: 1, arbitrary: fc.constantFrom(...pairsOf(WAYS, ACTORS)) },
)
const nth = fc.nat(9)
const one = <T>(value: T) => fc.constant(value)
const line = fc.record({
  lineNo: fc.constantFrom(1, 1, 2, 3, 4),
  quantity: fc.constantFrom(1, 1, 2, 3),
  share: fc.constantFrom(0.4, 0.4, 1, 1.1),
})
const apply = fc.record({
  do: one('apply' as const),
  type: fc.constantFrom(...AFTER_SALE_TYPES),
  lines: fc.array(line, { minLength: 1, maxLength: 2 }),
})
const moves = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: apply },
    { weight: 20, arbitrary: fc.record({ do: one('act' as const), nth, act, shopHasAddress: fc.boolean() }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: one('wait' as const), ms: fc.constantFrom(0, 1, HOUR, 2 * DAY, 30 * DAY) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: one('waitForDeadline' as const), nth, offset: fc.constantFrom(-1, 0, 1) }),
    },
    { weight: 1, arbitrary: fc.record({ do: one('waitForSoon' as const), nth, offset: fc.constantFrom(-1, 0, 1) }) },
    { weight: 1, arbitrary: fc.record({ do: one('read' as const), nth }) },
    { weight: 1, arbitrary: fc.record({ do: one('sweep' as const) }) },
  ),
  { maxLength: 60, size: 'max' },
) satisfies fc.Arbitrary<Move[]>

/** Holds of every case of every world. */
function always(what: string, check: (one: Case) => void) {
  test(what, () => {
    fc.assert(
      fc.property(moves, (sequence) => play(sequence).cases.forEach(check)),
      { numRuns: 300 },
    )
  })
}

describe('whatever anybody does, and whenever', () => {
  test('R0.5 no more is refunded of a line than was paid for it, by all cases together', () => {
    fc.assert(
      fc.property(moves, (sequence) => {
        const { cases } = play(sequence)
        for (const [lineNo, paidFen] of PAID) expect(refundedOf(cases, lineNo)).toBeLessThanOrEqual(paidFen)
      }),
      { numRuns: 300 },
    )
  })

  test('R0.8 a line is occupied by one case at most', () => {
    fc.assert(
      fc.property(moves, (sequence) => {
        const open = play(sequence).cases.filter(({ state }) => occupiesLines(state.status))
        const lineNos = open.flatMap(({ state }) => state.lines.map(({ lineNo }) => lineNo))
        expect(new Set(lineNos).size).toBe(lineNos.length)
      }),
      { numRuns: 300 },
    )
  })

  always(
    'R7.1 a case orders one refund at most, of its own amount, and is paid once at most, after that',
    ({ log, state }) => {
      expect(count(log, 'RefundOrdered')).toBe(state.refund ? 1 : 0)
      expect(count(log, 'RefundSucceeded')).toBe(state.status === 'REFUNDED' ? 1 : 0)
      for (const { type, data } of log)
        if (type === 'RefundOrdered') {
          // R4.5 a ruling may give part of it
          if (data.origin === 'DISPUTE_RULING') expect(data.amountFen).toBeLessThanOrEqual(state.amountFen)
          else expect(data.amountFen).toBe(state.amountFen)
          expect(data.lines.reduce((sum, line) => sum + line.amountFen, 0)).toBe(data.amountFen)
        }
      const numbers = log.flatMap(({ data }) => ('refundNo' in data ? [data.refundNo] : []))
      expect(new Set(numbers).size).toBeLessThanOrEqual(1)
    },
  )

  always('what is over stays over, but for a rejection that is disputed', ({ saved }) => {
    for (const [before, after] of neighbours(saved))
      if (isFinal(before.status) && !(before.status === 'REJECTED' && after.dispute)) {
        const { status, closedAt, closeReason, refund, rejection, version } = before
        expect(after).toMatchObject({ status, closedAt, closeReason, refund, rejection, version })
        expect(closedAt).not.toBeNull()
      }
  })

  always('a clock runs exactly while the merchant or the buyer is waited for', ({ saved }) => {
    for (const state of saved) {
      const party = waitingOn(state)
      expect(state.deadline !== null).toBe(party === 'MERCHANT' || party === 'BUYER')
      expect(state.closedAt !== null).toBe(isFinal(state.status))
    }
  })

  always('R4.2 no clock of the case runs in a dispute, and it goes on with exactly what was left', ({ log, saved }) => {
    for (const state of saved) if (state.status === 'IN_DISPUTE') expect(state.deadline).toBeNull()
    for (const [index, { type, recordedAt }] of log.entries()) {
      if (type !== 'DisputeWithdrawn') continue
      const { deadline: frozen } = replay(
        log.slice(
          0,
          log.findIndex((event) => event.type === 'DisputeOpened'),
        ),
      )
      const opened = log.find((event) => event.type === 'DisputeOpened')?.recordedAt ?? 0
      const { deadline } = replay(log.slice(0, index + 1))
      expect(deadline?.kind).toBe(frozen?.kind)
      if (deadline && frozen) expect(deadline.dueAt - recordedAt).toBe(frozen.dueAt - opened)
    }
  })

  always(
    'R4.1, R4.5 one dispute a case, one ruling a dispute, and never while a side may still be heard',
    ({ log }) => {
      expect(count(log, 'DisputeOpened')).toBeLessThanOrEqual(1)
      expect(count(log, 'DisputeRuled')).toBeLessThanOrEqual(1)
      const ruled = log.findIndex(({ type }) => type === 'DisputeRuled')
      if (ruled >= 0) expect(replay(log.slice(0, ruled)).dispute?.stage).toBe('UNDER_REVIEW')
    },
  )

  always('R4.3 nothing is heard after its deadline', ({ log }) => {
    for (const [index, event] of log.entries())
      if (event.type === 'EvidenceSubmitted' || event.type === 'EvidenceDone')
        expect(event.recordedAt).toBeLessThanOrEqual(
          replay(log.slice(0, index)).dispute?.evidence[event.data.side].dueAt ?? 0,
        )
  })

  always('the events replayed are the state', ({ log, state }) => {
    expect(replay(log)).toEqual(state)
  })

  always('R1.3 a rejection comes after a contact that counts, in this application', ({ log }) => {
    const rejected = log.findIndex(({ type }) => type === 'Rejected')
    if (rejected === -1) return
    const before = log.slice(0, rejected)
    const written = before.findIndex((event) => event.type === 'MessageSent' && event.data.side === 'MERCHANT')
    const answered = before.findLastIndex(
      (event) => (event.type === 'MessageSent' || event.type === 'MessagesRead') && event.data.side === 'BUYER',
    )
    const reached = before.some(({ type, data }) => type === 'ContactLogged' && data.outcome === 'REACHED' && data.note)
    expect(reached || (written !== -1 && answered > written)).toBeTruthy()
  })

  always(
    'the version never falls and rises with every change that is not talk; `seq` counts the events',
    ({ log, saved }) => {
      expect(saved.at(-1)?.seq).toBe(log.length)
      for (const [before, after] of neighbours(saved)) {
        expect(after.version).toBeGreaterThanOrEqual(before.version)
        const decided = ({ status, deadline, refund, returnShipment }: AfterSale) =>
          JSON.stringify([status, deadline?.kind, deadline?.dueAt, refund, returnShipment])
        if (decided(before) !== decided(after)) expect(after.version).toBeGreaterThan(before.version)
      }
    },
  )

  always('R0.4 an event holds from when it was recorded or, by the clock, earlier; decisions go forward', ({ log }) => {
    for (const { effectiveAt, recordedAt } of log) expect(effectiveAt).toBeLessThanOrEqual(recordedAt)
    for (const [before, after] of neighbours(log)) expect(after.recordedAt).toBeGreaterThanOrEqual(before.recordedAt)
    // what comes soon may be told late, after something that was done meanwhile
    for (const [before, after] of neighbours(log.filter(({ type }) => type !== 'DeadlineSoon')))
      expect(after.effectiveAt).toBeGreaterThanOrEqual(before.effectiveAt)
  })

  always('R0.6 each time before a deadline is told once at most, longest first, while it runs', ({ log }) => {
    const told = log.flatMap((event, index) => (event.type === 'DeadlineSoon' ? [{ ...event, index }] : []))
    for (const { data, effectiveAt, recordedAt, index } of told) {
      const { deadline, dispute } = replay(log.slice(0, index))
      const clock = data.side ? { kind: 'EVIDENCE', ...dispute?.evidence[data.side] } : deadline
      expect(data).toMatchObject({ kind: clock?.kind, dueAt: clock?.dueAt, beforeMs: clock?.soonMs })
      expect(effectiveAt).toBe(data.dueAt - data.beforeMs)
      expect(recordedAt).toBeLessThanOrEqual(data.dueAt)
    }
    const clockOf = ({ data: { kind, side, dueAt } }: (typeof told)[number]) => `${kind} ${side} ${dueAt}`
    for (const clock of new Set(told.map(clockOf)))
      for (const [before, after] of neighbours(told.filter((one) => clockOf(one) === clock)))
        expect(after.data.beforeMs).toBeLessThan(before.data.beforeMs)
  })

  always('R0.3 nobody decides after the deadline but the clock', ({ log }) => {
    for (const [index, { recordedAt, type, actor }] of log.entries()) {
      if (index === 0) continue
      const { deadline } = replay(log.slice(0, index))
      if (deadline && recordedAt > deadline.dueAt)
        expect([actor.role, type]).toEqual(['SYSTEM', expect.stringMatching(/Expired$|^RefundOrdered$/)])
    }
  })
})

test('the sequences go everywhere: every status, every expiry, second attempts, several cases on one order', () => {
  const worlds = fc.sample(moves, { numRuns: 1600, seed: 1 }).map(play)
  const cases = worlds.flatMap((world) => world.cases)
  expect(new Set(cases.flatMap(({ saved }) => saved.map(({ status }) => status)))).toEqual(new Set(STATUSES))
  expect(new Set(cases.flatMap(({ saved }) => saved.map(({ expired }) => expired))).size).toBe(4)
  const stages = cases.flatMap(({ saved }) => saved.map(({ dispute }) => dispute?.stage))
  expect(new Set(stages)).toEqual(new Set([undefined, ...DISPUTE_STAGES]))
  expect(new Set(cases.flatMap(({ log }) => log.map(({ type }) => type))).size).toBe(26)
  expect(Math.max(...cases.map(({ state }) => state.attempt))).toBeGreaterThan(1)
  expect(Math.max(...worlds.map((world) => world.cases.length))).toBeGreaterThan(3)
  expect(worlds.some(({ cases }) => cases.filter(({ state }) => state.refund).length > 1)).toBe(true)
})

function pairsOf<A, B>(these: readonly A[], those: readonly B[]): [A, B][] {
  return these.flatMap((a) => those.map((b): [A, B] => [a, b]))
}

function neighbours<T>(list: readonly T[]): [T, T][] {
  return list.slice(1).map((item, index) => [list[index] ?? item, item])
}

function count(log: readonly AfterSaleEvent[], type: AfterSaleEvent['type']): number {
  return log.filter((event) => event.type === type).length
}

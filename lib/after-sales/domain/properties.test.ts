import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  AFTER_SALE_TYPES,
  type AfterSale,
  type DeadlineKind,
  isFinal,
  occupiesLines,
  REFUND_TYPES,
  STATUSES,
  waitingOn,
} from './after-sale'
import { hasPassed } from './deadline'
import { DISPUTE_STAGES } from './dispute'
import type { AfterSaleEvent } from './events'
import { replay } from './evolve'
import { isExchangeKind, isPerformed, isServiceType, nextSteps, SERVICE_STEPS } from './service'
import { ACTORS, DAY, HOUR } from './testing/builders'
import { DECISIVE, PERMITTED, WAYS } from './testing/ways'
import { type Case, type Move, PAID, play, refundedOf } from './testing/world'

/** What holds after any sequence of acts by anybody, and of waiting, about the cases of one order. */

/** Of those who may, and of anybody. */
const act = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...PERMITTED) },
  { weight: 1, arbitrary: fc.constantFrom(...WAYS.flatMap((way) => ACTORS.map((actor) => [way, actor] as const))) },
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
  type: fc.constantFrom(...REFUND_TYPES, ...REFUND_TYPES, ...AFTER_SALE_TYPES),
  lines: fc.array(line, { minLength: 1, maxLength: 2 }),
})
const moves = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: apply },
    { weight: 8, arbitrary: fc.record({ do: one('act' as const), nth, act, shopHasAddress: fc.boolean() }) },
    // else the sequences would not get far
    { weight: 12, arbitrary: fc.record({ do: one('actThatFits' as const), nth, from: fc.nat(DECISIVE.length - 1) }) },
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
          // R4.5 a ruling may give part of it, and of what is served alone it gives anything
          if (isServiceType(state.type)) expect(data.origin).toBe('DISPUTE_RULING')
          else if (data.origin === 'DISPUTE_RULING') expect(data.amountFen).toBeLessThanOrEqual(state.amountFen)
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

  always(
    'a clock runs exactly while the merchant or the buyer is waited for, but for a service under way',
    ({ saved }) => {
      for (const state of saved) {
        const party = waitingOn(state)
        const waits = party === 'MERCHANT' || party === 'BUYER'
        if (state.status === 'IN_SERVICE') expect(state.deadline?.kind ?? null).toBe(clockOfService(state))
        else expect(state.deadline !== null).toBe(waits)
        if (state.status === 'IN_SERVICE') expect(party).toBe(isPerformed(state.service) ? 'BUYER' : 'MERCHANT')
        expect(state.closedAt !== null).toBe(isFinal(state.status))
      }
    },
  )

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
      const passed = recordedAt > data.dueAt
      // R3.4 of a target that has passed only its end is told
      expect(data).toMatchObject({ kind: clock?.kind, dueAt: clock?.dueAt, beforeMs: passed ? 0 : clock?.soonMs })
      expect(effectiveAt).toBe(data.dueAt - data.beforeMs)
      if (passed || data.beforeMs === 0) expect(data.kind).toBe('SERVICE_ANSWER')
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
      if (hasPassed(deadline, recordedAt))
        expect([actor.role, type]).toEqual(['SYSTEM', expect.stringMatching(/Expired$|^RefundOrdered$/)])
    }
  })
})

describe('R3 whatever is served', () => {
  test('R3.1 an agreement closes the return and opens one case on the same lines, and nothing else does', () => {
    fc.assert(
      fc.property(moves, (sequence) => {
        const cases = play(sequence).cases.map(({ state, log }) => ({ ...state, log }))
        for (const one of cases) {
          const agreed = one.log.find((event) => event.type === 'ServiceAgreed')
          const offline = one.closeReason === 'OFFLINE_EXCHANGE' || one.closeReason === 'OFFLINE_REPAIR'
          expect(agreed !== undefined).toBe(offline)
          const led = cases.filter(({ service }) => service?.originalNo === one.no)
          expect(led.map(({ no }) => no)).toEqual(agreed ? [agreed.data.serviceNo] : [])
          for (const service of led) {
            const lines = one.lines.map((line) => ({ ...line, amountFen: 0 }))
            const { type, previousNo, openedAt } = service
            expect({ type, previousNo, openedAt, lines: service.lines }).toEqual({
              type: agreed?.data.kind,
              previousNo: one.no,
              openedAt: one.closedAt,
              lines,
            })
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  always('R3.1 the buyer answers himself, or in a contact that reached him since the proposal', ({ log }) => {
    for (const [index, event] of log.entries()) {
      if (event.type !== 'ServiceAgreed' && event.type !== 'ServiceRefused') continue
      expect(event.actor.role === 'BUYER').toBe(event.data.contactId === null)
      const before = log.slice(0, index)
      const since = before.slice(before.findLastIndex(({ type }) => type === 'ServiceProposed'))
      expect(since[0]?.data).toMatchObject({ kind: event.data.kind })
      const reached = since.flatMap((one) =>
        one.type === 'ContactLogged' && one.data.outcome === 'REACHED' ? [one.data.id] : [],
      )
      if (event.data.contactId !== null) expect(reached).toContain(event.data.contactId)
    }
  })

  always('R3.1 a proposal stands only on a return that may yet be sent back, unruled', ({ saved }) => {
    for (const { type, status, service, dispute } of saved) {
      if (service?.step !== null) continue
      expect([type, dispute?.ruling ?? null, service.proposal === null]).toEqual(['RETURN_REFUND', null, false])
      expect(['PENDING_REVIEW', 'AWAITING_RETURN']).toContain(status)
    }
  })

  always('R3.2, R3.4 it carries no amount and is neither reviewed, rejected nor conceded', ({ saved, log }) => {
    const served = saved.filter(({ type }) => isServiceType(type))
    const others = saved.filter(({ type }) => !isServiceType(type))
    const fits = ({ status, service, amountFen, lines, rejection, returnAddress }: AfterSale) =>
      ['IN_SERVICE', 'IN_DISPUTE', 'REFUNDING', 'REFUNDED', 'CLOSED'].includes(status) &&
      typeof service?.step === 'string' &&
      [amountFen, ...lines.map((line) => line.amountFen)].every((fen) => fen === 0) &&
      rejection === null &&
      returnAddress === null
    expect(served.filter((state) => !fits(state))).toEqual([])
    expect(others.filter(({ status, amountFen }) => status === 'IN_SERVICE' || amountFen === 0)).toEqual([])
    if (served.length > 0) expect(count(log, 'DisputeConceded')).toBe(0)
  })

  always('R3.3, R3.4 its steps follow one another, each said by its own side; done is closed', ({ saved, log }) => {
    for (const [before, after] of neighbours(saved)) {
      const [from, to] = [before.service?.step ?? null, after.service?.step ?? null]
      if (before.service && from !== null && to !== from) expect(nextSteps(before.service)).toContain(to)
      if (after.service?.step) expect(after.service.kind).toBe(after.type)
      expect(after.closeReason === 'SERVICE_DONE').toBe(to === 'DONE')
    }
    for (const { type, actor } of log) {
      if (type === 'ServiceConfirmed') expect(actor.role).toBe('BUYER')
      if (type === 'ServiceStepRecorded') expect(['AGENT', 'MANAGER']).toContain(actor.role)
    }
  })
})

test('the sequences go everywhere: every status, every expiry, second attempts, several cases on one order', () => {
  const worlds = fc.sample(moves, { numRuns: 1600, seed: 1 }).map(play)
  const cases = worlds.flatMap((world) => world.cases)
  expect(new Set(cases.flatMap(({ saved }) => saved.map(({ status }) => status)))).toEqual(new Set(STATUSES))
  expect(new Set(cases.flatMap(({ saved }) => saved.map(({ expired }) => expired))).size).toBe(5)
  const stages = cases.flatMap(({ saved }) => saved.map(({ dispute }) => dispute?.stage))
  expect(new Set(stages)).toEqual(new Set([undefined, ...DISPUTE_STAGES]))
  expect(new Set(cases.flatMap(({ log }) => log.map(({ type }) => type))).size).toBe(32)
  const steps = cases.flatMap(({ saved }) => saved.map(({ service }) => service?.step))
  expect(new Set(steps)).toEqual(new Set([undefined, null, ...SERVICE_STEPS]))
  expect(cases.some(({ state }) => isServiceType(state.type) && state.refund)).toBe(true)
  expect(cases.some(({ log }) => log.some(({ type, data }) => type === 'ServiceAgreed' && data.contactId))).toBe(true)
  expect(cases.some(({ log }) => log.some(({ type, data }) => type === 'DeadlineSoon' && data.beforeMs === 0))).toBe(
    true,
  )
  expect(Math.max(...cases.map(({ state }) => state.attempt))).toBeGreaterThan(1)
  expect(Math.max(...worlds.map((world) => world.cases.length))).toBeGreaterThan(3)
  expect(worlds.some(({ cases }) => cases.filter(({ state }) => state.refund).length > 1)).toBe(true)
})

function neighbours<T>(list: readonly T[]): [T, T][] {
  return list.slice(1).map((item, index) => [list[index] ?? item, item])
}

function clockOfService({ service }: AfterSale): DeadlineKind | null {
  if (isPerformed(service)) return 'SERVICE_CONFIRM'
  return service?.step === 'AGREED' && !isExchangeKind(service.kind) ? 'SERVICE_ANSWER' : null
}

function count(log: readonly AfterSaleEvent[], type: AfterSaleEvent['type']): number {
  return log.filter((event) => event.type === type).length
}

import { describe, expect, test } from 'vitest'
import type { DeadlineKind } from './after-sale'
import type { Clause } from './clauses'
import { nextSoon, startDeadline } from './deadline'
import { CURRENT_POLICY } from './policy'
import { agent, buyer, command, DAY, HOUR, OPENED_AT, system } from './testing/builders'
import {
  answered,
  awaitingReceipt,
  awaitingReturn,
  exchange,
  refunding,
  refundOnly,
  rejected,
  returning,
  sentBack,
  withdrawn,
} from './testing/cases'
import type { EventPattern } from './testing/outcome'

type Running = { what: string; start: typeof refundOnly; kind: DeadlineKind; limitMs: number; clause: Clause }

const RUNNING: Running[] = [
  { what: 'a refund to review', start: refundOnly, kind: 'REVIEW', limitMs: 48 * HOUR, clause: 'R1.1' },
  { what: 'a return to review', start: returning, kind: 'REVIEW', limitMs: 48 * HOUR, clause: 'R2.1' },
  { what: 'a return to be sent', start: awaitingReturn, kind: 'RETURN', limitMs: 10 * DAY, clause: 'R2.4' },
  { what: 'a return on its way', start: awaitingReceipt, kind: 'RECEIPT', limitMs: 10 * DAY, clause: 'R2.6' },
  { what: 'a service to confirm', start: sentBack, kind: 'SERVICE_CONFIRM', limitMs: 10 * DAY, clause: 'R3.3' },
]

const soon = (hours: number): EventPattern => ({ type: 'DeadlineSoon', data: { beforeMs: hours * HOUR } })

describe.each(RUNNING.map((running) => [running.what, running] as const))('%s', (_what, running) => {
  const { start, kind, limitMs, clause } = running
  const dueAt = OPENED_AT + limitMs

  test.each([
    ['24 h', 24 * HOUR, 6 * HOUR],
    ['6 h', 6 * HOUR, HOUR],
    ['1 h', HOUR, null],
  ])('is told %s before it is due, from that millisecond on, and once', (_hours, beforeMs, soonMs) => {
    const before = start.at(dueAt - beforeMs - 1).sweep()
    expect(before.state.deadline?.soonMs).toBe(beforeMs)
    before
      .sweep()
      .thenEvents()
      .at(dueAt - beforeMs)
      .sweep()
      .thenEvents({
        type: 'DeadlineSoon',
        actor: system,
        clause,
        effectiveAt: dueAt - beforeMs,
        recordedAt: dueAt - beforeMs,
        data: { kind, dueAt, beforeMs },
      })
      .thenState({ deadline: { kind, dueAt, soonMs }, version: start.state.version, seq: before.state.seq + 1 })
      .sweep()
      .thenEvents()
      .after(1)
      .sweep()
      .thenEvents()
  })

  test.each([
    ['5 h before the end', 5 * HOUR, [24, 6]],
    ['at the end', 0, [24, 6, 1]],
  ])('after an outage until %s it is told all that was missed, each as of its instant', (_when, leftMs, missed) => {
    const now = dueAt - leftMs
    const late = start
      .at(now)
      .sweep()
      .thenSettled()
      .thenEvents(...missed.map(soon))
    for (const { data, effectiveAt, recordedAt } of late.log.slice(-missed.length)) {
      expect(effectiveAt).toBe(dueAt - ('beforeMs' in data ? data.beforeMs : Number.NaN))
      expect(recordedAt).toBe(now)
    }
    late.sweep().thenEvents()
  })

  test('after an outage past its end only the expiry is recorded', () => {
    const swept = start.at(dueAt + 1).sweep()
    expect(swept.log.map(({ type }) => type)).not.toContain('DeadlineSoon')
    swept.thenEvents().thenState({ expired: kind })
  })

  test('a reading tells nothing', () => {
    expect(start.at(dueAt).read().log).toEqual(start.log)
  })
})

describe('a deadline that begins', () => {
  test.each([
    ['after a day', 47 * HOUR],
    ['before anything of the last was told', HOUR],
  ])('is told from its own beginning: approved %s', (_when, after) => {
    const approved = returning.after(after).sweep().did(agent, command('approve'))
    approved.thenState({ deadline: { kind: 'RETURN', soonMs: 24 * HOUR } })
    approved.sweep().thenEvents()
    approved
      .after(9 * DAY)
      .sweep()
      .thenEvents({ type: 'DeadlineSoon', data: { kind: 'RETURN', beforeMs: 24 * HOUR } })
  })

  test('R0.4 by an expiry a day late has its whole time, and nothing of it is told yet', () => {
    returning
      .after(72 * HOUR)
      .sweep()
      .thenSettled('ReviewExpired')
      .thenEvents()
      .thenState({
        deadline: { kind: 'RETURN', soonMs: 24 * HOUR },
      })
  })
})

test('R2.3 a corrected waybill starts nothing again: what was told stays told', () => {
  awaitingReceipt
    .after(9 * DAY)
    .sweep()
    .thenEvents(soon(24))
    .did(buyer, command('submitReturnShipment', { trackingNo: 'SF2' }))
    .thenState({ deadline: { kind: 'RECEIPT', dueAt: OPENED_AT + 10 * DAY, soonMs: 6 * HOUR } })
    .sweep()
    .thenEvents()
    .after(18 * HOUR)
    .sweep()
    .thenEvents(soon(6))
})

test.each([
  ['while the gateway works', refunding],
  ['after a rejection', rejected],
  ['after a withdrawal', withdrawn],
  ['while the merchant exchanges', exchange],
  ['once a complaint is answered', answered],
])('nothing comes soon %s', (_when, scenario) => {
  scenario
    .after(47 * HOUR)
    .sweep()
    .thenEvents()
})

test('R0.7 what was told changes nothing of who comes too late', () => {
  refundOnly
    .after(48 * HOUR)
    .sweep()
    .after(1)
    .when(agent, command('approve'))
    .thenSettled('ReviewExpired', 'RefundOrdered')
    .thenRefused('deadlinePassed', 'R0.7')
})

describe('only what is shorter than the whole limit is told', () => {
  test.each([
    ['a limit of 24 h begins with 6 h', 24 * HOUR, 6 * HOUR],
    ['a limit of 24 h and 1 ms begins with 24 h', 24 * HOUR + 1, 24 * HOUR],
    ['a limit of 2 h begins with 1 h', 2 * HOUR, HOUR],
    ['a limit of 1 h is told nothing of', HOUR, null],
  ])('%s', (_what, reviewMs, soonMs) => {
    const policy = { ...CURRENT_POLICY, reviewMs }
    expect(startDeadline('REVIEW', OPENED_AT, policy)).toEqual({ kind: 'REVIEW', dueAt: OPENED_AT + reviewMs, soonMs })
  })

  test('R0.6 the times are those of the policy', () => {
    expect(nextSoon('REVIEW', 48 * HOUR, { ...CURRENT_POLICY, soonMs: [] })).toBeNull()
    expect(nextSoon('REVIEW', 48 * HOUR, { ...CURRENT_POLICY, soonMs: [30 * HOUR] })).toBe(30 * HOUR)
  })
})

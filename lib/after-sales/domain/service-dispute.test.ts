import { describe, expect, test } from 'vitest'
import { agent, applied, buyer, command, DAY, HOUR, manager, OPENED_AT, support } from './testing/builders'
import { agreed, answered, complaint, exchange, performed, received, sentBack } from './testing/cases'
import { given } from './testing/scenario'

type Case = typeof exchange

const dispute = command('openDispute', { reason: 'AGREEMENT_BROKEN' })
const done = command('submitEvidence', { done: true })
const hear = (scenario: Case) => scenario.did(buyer, dispute).did(buyer, done).did(agent, done)

describe('R4.1 either side of a service may ask the platform to step in', () => {
  test.each([
    ['an exchange', exchange],
    ['goods received', received],
    ['goods sent back', sentBack],
    ['a complaint', complaint],
    ['an answer', answered],
    ['what was performed', performed],
    ['what an agreement led to', given(agreed.opens)],
  ])('on %s', (_what, scenario) => {
    for (const actor of [buyer, agent, manager])
      scenario
        .when(actor, dispute)
        .thenEvents({ type: 'DisputeOpened', clause: 'R4.1', actor })
        .thenState({
          status: 'IN_DISPUTE',
          deadline: null,
          dispute: { from: 'IN_SERVICE' },
          service: scenario.state.service ?? {},
        })
  })

  test('once, and not once it is over', () => {
    const once = sentBack.did(buyer, dispute).did(buyer, command('withdrawDispute'))
    once.when(agent, dispute).thenRefused('disputeFinal', 'R4.1')
    sentBack
      .did(buyer, command('recordServiceStep', { step: 'DONE' }))
      .when(buyer, dispute)
      .thenRefused('notAllowedInStatus', 'R4.1', { status: 'CLOSED' })
  })
})

describe('R4.2 the clock of a service stands still', () => {
  test.each([
    ['an exchange', exchange],
    ['goods received', received],
    ['an answer', answered],
  ])('%s has none, before and after', (_what, scenario) => {
    const frozen = scenario.after(HOUR).did(buyer, dispute)
    frozen.thenState({ deadline: null, dispute: { frozen: null } })
    frozen
      .after(DAY)
      .did(buyer, command('withdrawDispute'))
      .thenState({
        status: 'IN_SERVICE',
        deadline: null,
        closedAt: null,
        service: scenario.state.service ?? {},
      })
  })

  test.each([0, 1, HOUR, 10 * DAY])('the buyer’s ten days, with %d ms left', (left) => {
    const frozen = sentBack.after(10 * DAY - left).did(agent, dispute)
    frozen.thenState({ dispute: { frozen: { kind: 'SERVICE_CONFIRM', remainingMs: left } } })
    const later = frozen.after(100 * DAY).did(agent, command('withdrawDispute'))
    later.thenState({ status: 'IN_SERVICE', deadline: { kind: 'SERVICE_CONFIRM', dueAt: later.now + left } })
    later
      .after(left)
      .when(buyer, command('recordServiceStep', { step: 'DONE' }))
      .thenEvents('ServiceConfirmed')
    later
      .after(left + 1)
      .read()
      .thenSettled('ServiceExpired')
  })

  test.each([
    ['with an hour left', HOUR],
    ['at its end', 0],
    ['an hour after its end', -HOUR],
    ['a month after its end', -30 * DAY],
  ])('a target, %s: it goes on exactly there', (_when, left) => {
    const frozen = complaint.after(48 * HOUR - left).did(buyer, dispute)
    frozen.thenState({ dispute: { frozen: { kind: 'SERVICE_ANSWER', remainingMs: left } } })
    frozen
      .after(400 * DAY)
      .read()
      .thenSettled('EvidenceExpired')
    const later = frozen.after(HOUR).did(buyer, command('withdrawDispute'))
    later
      .thenState({ status: 'IN_SERVICE', deadline: { kind: 'SERVICE_ANSWER', dueAt: later.now + left } })
      .when(agent, command('recordServiceStep', { step: 'ANSWERED' }))
      .thenEvents('ServiceStepRecorded')
  })

  test('what was told of a target is not told again when it goes on, and the rest once', () => {
    const toldOf = (scenario: Case) =>
      scenario.log.flatMap((event) => (event.type === 'DeadlineSoon' && !event.data.side ? [event.data.beforeMs] : []))
    const frozen = complaint
      .after(42 * HOUR)
      .sweep()
      .did(buyer, dispute)
    expect(toldOf(frozen)).toEqual([24 * HOUR, 6 * HOUR])
    const resumed = frozen
      .after(40 * HOUR)
      .sweep()
      .did(buyer, command('withdrawDispute'))
      .sweep()
    expect(toldOf(resumed)).toEqual([24 * HOUR, 6 * HOUR])
    const missed = resumed
      .after(6 * HOUR)
      .sweep()
      .after(DAY)
      .sweep()
    expect(toldOf(missed)).toEqual([24 * HOUR, 6 * HOUR, HOUR, 0])
  })

  test('a missed target that nobody was told of before the dispute is told after it, once', () => {
    const resumed = complaint
      .after(50 * HOUR)
      .did(buyer, dispute)
      .after(HOUR)
      .did(buyer, command('withdrawDispute'))
    const dueAt = OPENED_AT + 49 * HOUR
    resumed
      .sweep()
      .thenEvents({ type: 'DeadlineSoon', effectiveAt: dueAt, data: { kind: 'SERVICE_ANSWER', dueAt, beforeMs: 0 } })
      .sweep()
      .thenEvents()
  })

  test('no step is recorded meanwhile', () => {
    received
      .did(agent, dispute)
      .when(agent, command('recordServiceStep', { step: 'SENT_BACK' }))
      .thenRefused('notAllowedInStatus', 'R3.3', { status: 'IN_DISPUTE', steps: [] })
  })
})

describe('R4.5 the ruling on a service', () => {
  const rule = (change: Parameters<typeof command<'ruleDispute'>>[1] = {}) => command('ruleDispute', change)
  const lines = [
    { lineNo: 1, quantity: 1, amountFen: 0 },
    { lineNo: 2, quantity: 2, amountFen: 0 },
    { lineNo: 3, quantity: 1, amountFen: 0 },
  ]
  const left = [
    { lineNo: 1, leftFen: 5000 },
    { lineNo: 2, leftFen: 0 },
    { lineNo: 3, leftFen: 3000 },
  ]
  const underReview = hear(given(applied({ type: 'REPAIR', lines }))).withLeftOfLines(...left)

  test('needs an amount to refund', () => {
    underReview.when(support, rule()).thenRefused('amountRequired', 'R4.5', { path: 'amountFen' })
  })

  test.each([
    [1, new Map([[1, 1]])],
    [5000, new Map([[1, 5000]])],
    [
      5001,
      new Map([
        [1, 5000],
        [3, 1],
      ]),
    ],
    [
      8000,
      new Map([
        [1, 5000],
        [3, 3000],
      ]),
    ],
  ])('of %d fen spreads it over what is left of the lines, in their order', (amountFen, shares) => {
    const ruled = underReview.when(support, rule({ amountFen }))
    ruled
      .thenEvents(
        { type: 'DisputeRuled', clause: 'R4.5', data: { outcome: 'REFUND', amountFen } },
        {
          type: 'RefundOrdered',
          clause: 'R7.1',
          data: {
            origin: 'DISPUTE_RULING',
            amountFen,
            lines: lines.flatMap((line) => {
              const amountFen = shares.get(line.lineNo)
              return amountFen === undefined ? [] : [{ ...line, amountFen }]
            }),
          },
        },
      )
      .thenState({ status: 'REFUNDING', amountFen: 0, refund: { amountFen }, service: { step: 'AGREED' } })
    ruled
      .did({ role: 'SYSTEM', id: null }, command('recordRefundSuccess'))
      .thenEvents({ type: 'RefundSucceeded', data: { amountFen } })
      .thenState({ status: 'REFUNDED', service: { step: 'AGREED' } })
  })

  test('gives back no more than is left', () => {
    underReview.when(support, rule({ amountFen: 8001 })).thenRefused('refundExceedsPaid', 'R0.5', { leftFen: 8000 })
    hear(exchange)
      .withLeftOfLines({ lineNo: 1, leftFen: 0 })
      .when(support, rule({ amountFen: 1 }))
      .thenRefused('refundExceedsPaid', 'R0.5', { leftFen: 0 })
    // nothing is known of the lines: nothing is given away
    hear(exchange)
      .when(support, rule({ amountFen: 1 }))
      .thenRefused('refundExceedsPaid', 'R0.5', { leftFen: 0 })
  })

  test.each([exchange, complaint, sentBack])('brings no goods back by a return: %#', (scenario) => {
    hear(scenario)
      .when(support, rule({ outcome: 'RETURN_THEN_REFUND' }))
      .thenRefused('returnNotPossible', 'R4.5', { path: 'outcome' })
  })

  test.each([exchange, complaint, sentBack])('of a dismissal closes it where it stood: %#', (scenario) => {
    hear(scenario)
      .when(support, rule({ outcome: 'DISMISS', liability: 'NONE' }))
      .thenEvents('DisputeRuled')
      .thenState({
        status: 'CLOSED',
        closeReason: 'DISPUTE_DISMISSED',
        deadline: null,
        refund: null,
        service: { step: scenario.state.service?.step ?? null },
      })
  })

  test('of a dismissal names no amount', () => {
    underReview
      .when(support, rule({ outcome: 'DISMISS', amountFen: 1 }))
      .thenRefused('amountNotNeeded', 'R4.5', { path: 'amountFen' })
  })

  test('not before both sides are heard', () => {
    exchange
      .did(buyer, dispute)
      .withLeftOfLines(...left)
      .when(support, rule({ amountFen: 1 }))
      .thenRefused('evidenceOpen', 'R4.5')
  })
})

describe('R4.6 until the ruling', () => {
  test('the merchant cannot concede: what it is worth only a ruling says', () => {
    for (const scenario of [exchange.did(buyer, dispute), hear(complaint)])
      scenario
        .when(agent, command('concedeDispute'))
        .thenRefused('notAllowedInStatus', 'R4.6', { status: 'IN_DISPUTE' })
  })

  test('the buyer takes the service back', () => {
    for (const scenario of [exchange.did(agent, dispute), hear(sentBack)])
      scenario.when(buyer, command('withdraw')).thenState({
        status: 'CLOSED',
        closeReason: 'BUYER_WITHDRAWN',
        dispute: { stage: 'WITHDRAWN', frozen: scenario.state.dispute?.frozen ?? null },
      })
  })
})

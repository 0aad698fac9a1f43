import { describe, expect, test } from 'vitest'
import type { Actor } from './after-sale'
import type { Command } from './commands'
import { cameTooLate } from './decide'
import { agent, buyer, command, DAY, HOUR, manager, support, system, WAREHOUSE } from './testing/builders'
import { awaitingReceipt, awaitingReturn, aware, proposed, returning, sentBack } from './testing/cases'

type Row = [act: Command, by: Actor, expected: 'deadlinePassed' | 'notAllowedInStatus' | 'goes through']

const EXPIRIES: { what: string; before: typeof aware; rows: Row[] }[] = [
  {
    what: 'a refund to review (now REFUNDING)',
    before: aware,
    rows: [
      [command('approve'), agent, 'deadlinePassed'],
      [command('reject'), manager, 'deadlinePassed'],
      [command('logContact'), agent, 'deadlinePassed'],
      [command('withdraw'), buyer, 'deadlinePassed'],
      [command('confirmReceipt'), agent, 'notAllowedInStatus'],
      [command('submitReturnShipment'), buyer, 'notAllowedInStatus'],
      [command('proposeService'), agent, 'notAllowedInStatus'],
      [command('answerProposal'), buyer, 'notAllowedInStatus'],
      [command('retryRefund'), support, 'notAllowedInStatus'],
      [command('recordRefundSuccess'), system, 'goes through'],
      [command('recordRefundStuck'), system, 'goes through'],
      [command('sendMessage'), buyer, 'goes through'],
      [command('readMessages'), agent, 'goes through'],
    ],
  },
  {
    what: 'a return to review (now AWAITING_RETURN)',
    before: returning,
    rows: [
      [command('approve'), manager, 'deadlinePassed'],
      [command('reject'), agent, 'deadlinePassed'],
      [command('confirmReceipt'), agent, 'notAllowedInStatus'],
      [command('retryRefund'), manager, 'notAllowedInStatus'],
      [command('submitReturnShipment'), buyer, 'goes through'],
      [command('withdraw'), buyer, 'goes through'],
      [command('logContact'), agent, 'goes through'],
      [command('proposeService'), agent, 'goes through'],
      [command('sendMessage'), agent, 'goes through'],
    ],
  },
  {
    what: 'a return to review with a proposal (now AWAITING_RETURN)',
    before: proposed,
    rows: [
      [command('approve'), manager, 'deadlinePassed'],
      [command('answerProposal'), buyer, 'goes through'],
      [command('answerProposal', { accept: false }), buyer, 'goes through'],
      [command('proposeService'), agent, 'goes through'],
    ],
  },
  {
    what: 'a return to be sent with a proposal (now CLOSED)',
    before: proposed.did(agent, command('approve')),
    rows: [
      [command('proposeService'), agent, 'deadlinePassed'],
      [command('answerProposal'), buyer, 'deadlinePassed'],
      [command('answerProposal'), agent, 'deadlinePassed'],
    ],
  },
  {
    what: 'a service to confirm (now CLOSED)',
    before: sentBack,
    rows: [
      [command('recordServiceStep', { step: 'DONE' }), buyer, 'deadlinePassed'],
      [command('withdraw'), buyer, 'deadlinePassed'],
      [command('openDispute'), buyer, 'deadlinePassed'],
      [command('logContact'), agent, 'deadlinePassed'],
      // it waited for the buyer: there was nothing that the merchant came too late for
      [command('recordServiceStep', { step: 'PERFORMED' }), agent, 'notAllowedInStatus'],
      [command('proposeService'), agent, 'notAllowedInStatus'],
      [command('approve'), agent, 'notAllowedInStatus'],
      [command('sendMessage'), buyer, 'goes through'],
    ],
  },
  {
    what: 'a return to be sent (now CLOSED)',
    before: awaitingReturn,
    rows: [
      [command('submitReturnShipment'), buyer, 'deadlinePassed'],
      [command('withdraw'), buyer, 'deadlinePassed'],
      [command('logContact'), manager, 'deadlinePassed'],
      [command('approve'), agent, 'notAllowedInStatus'],
      [command('reject'), agent, 'notAllowedInStatus'],
      [command('confirmReceipt'), agent, 'notAllowedInStatus'],
      [command('recordRefundSuccess'), system, 'notAllowedInStatus'],
      [command('sendMessage'), buyer, 'goes through'],
    ],
  },
  {
    what: 'a receipt to confirm (now REFUNDING)',
    before: awaitingReceipt,
    rows: [
      [command('confirmReceipt'), manager, 'deadlinePassed'],
      [command('submitReturnShipment', { trackingNo: 'SF2' }), buyer, 'deadlinePassed'],
      [command('withdraw'), buyer, 'deadlinePassed'],
      [command('logContact'), agent, 'deadlinePassed'],
      [command('approve'), agent, 'notAllowedInStatus'],
      [command('reject'), agent, 'notAllowedInStatus'],
      [command('retryRefund'), manager, 'notAllowedInStatus'],
      [command('sendMessage'), agent, 'goes through'],
    ],
  },
]

describe.each(EXPIRIES.map((expiry) => [expiry.what, expiry] as const))(
  'R0.7 too late for %s',
  (_what, { before, rows }) => {
    const kind = before.state.deadline?.kind
    const late = before.at((before.state.deadline?.dueAt ?? Number.NaN) + 1)

    const recordedBy = {
      'the act itself': late,
      'the worker, a day ago': late.read().after(DAY),
      'the buyer’s message, read since': late
        .did(buyer, command('sendMessage'))
        .after(HOUR)
        .did(agent, command('readMessages')),
    }

    test.each(
      Object.entries(recordedBy).flatMap(([who, scenario]) =>
        rows.map(([act, by, expected]) => [who, act.type, expected, act, by, scenario] as const),
      ),
    )('recorded by %s; then %s: %s', (_who, _type, expected, act, by, scenario) => {
      const tried = scenario.when(by, act)
      const facts = { now: scenario.now, returnAddresses: [WAREHOUSE], role: by.role }
      expect(cameTooLate(scenario.read().state, act.type, facts)).toBe(expected === 'deadlinePassed')
      if (expected === 'goes through') expect(tried.refusal).toBeNull()
      else if (expected === 'deadlinePassed')
        tried.thenRefused('deadlinePassed', 'R0.7', { kind, act: act.type, status: tried.state.status })
      else tried.thenRefused('notAllowedInStatus', undefined, { act: act.type, status: tried.state.status })
    })
  },
)

describe('R0.7 `deadlinePassed` lasts until the case moves on again', () => {
  const expiredReview = returning.after(48 * HOUR + 1).read()
  const paidByTheClock = aware.after(48 * HOUR + 1).read()

  test.each([
    ['the waybill is in', expiredReview.did(buyer, command('submitReturnShipment'))],
    ['the buyer has withdrawn', expiredReview.did(buyer, command('withdraw'))],
    ['the next limit is over too', expiredReview.after(10 * DAY + 1).read()],
  ])('after that, once %s, an approval simply does not fit', (_what, scenario) => {
    scenario.when(agent, command('approve')).thenRefused('notAllowedInStatus', 'R1.2')
  })

  test('the arrival of the money is what the clock decided, not the case moving on', () => {
    paidByTheClock
      .did(system, command('recordRefundSuccess'))
      .when(agent, command('approve'))
      .thenRefused('deadlinePassed', 'R0.7', { kind: 'REVIEW', status: 'REFUNDED' })
  })

  test('the next expiry is answered for by itself', () => {
    expiredReview
      .after(10 * DAY + 1)
      .when(buyer, command('submitReturnShipment'))
      .thenSettled('ReturnExpired')
      .thenRefused('deadlinePassed', 'R0.7', { kind: 'RETURN', status: 'CLOSED' })
  })

  test('an act in time leaves nothing of it: approving twice does not fit', () => {
    returning
      .did(agent, command('approve'))
      .when(manager, command('approve'))
      .thenRefused('notAllowedInStatus', 'R1.2', { status: 'AWAITING_RETURN' })
  })
})

test.each([
  ['a dispute that was taken back', aware.did(agent, command('openDispute')).did(agent, command('withdrawDispute'))],
  [
    'a dispute taken back of a return',
    awaitingReturn.did(buyer, command('openDispute')).did(buyer, command('withdrawDispute')),
  ],
])('R0.7 what did not fit before the end did not come too late: %s uses it up', (_what, scenario) => {
  scenario
    .after(11 * DAY)
    .when(buyer, command('openDispute'))
    .thenRefused('disputeFinal', 'R4.1')
})

test('R0.7 who may not do it at all is told that, overdue or not', () => {
  sentBack
    .after(10 * DAY + 1)
    .when(agent, command('recordServiceStep', { step: 'DONE' }))
    .thenSettled('ServiceExpired')
    .thenRefused('notPermitted')
  aware
    .after(48 * HOUR + 1)
    .when(buyer, command('approve'))
    .thenSettled('ReviewExpired', 'RefundOrdered')
    .thenRefused('notPermitted')
})

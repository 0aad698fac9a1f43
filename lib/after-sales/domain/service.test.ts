import { describe, expect, test } from 'vitest'
import type { ExchangeKind } from './service'
import { agent, applied, buyer, command, DAY, HOUR, manager, OPENED_AT, support, system } from './testing/builders'
import {
  agreed,
  awaitingReceipt,
  awaitingReturn,
  complaint,
  disputed,
  exchange,
  proposed,
  REACHED_BY,
  reached,
  refundOnly,
  rejected,
  returning,
  withdrawn,
} from './testing/cases'
import { given } from './testing/scenario'

const repair = command('proposeService', { kind: 'REPAIR', note: ' 免费换一个拉链头 ' })
const yes = command('answerProposal')
const no = command('answerProposal', { accept: false })
const byContact = command('answerProposal', { contactId: REACHED_BY })

const heard = (scenario: typeof returning) =>
  scenario
    .did(buyer, command('openDispute'))
    .did(buyer, command('submitEvidence', { done: true }))
    .did(agent, command('submitEvidence', { done: true }))

describe('R3.1 the merchant proposes an exchange or a repair', () => {
  test.each([
    ['to review', returning],
    ['to be sent back', awaitingReturn],
    ['approved by the clock', returning.after(48 * HOUR + 1).read()],
    ['given in to in a dispute', heard(returning).did(agent, command('concedeDispute'))],
  ])('on a return %s, and its clock keeps running', (_what, scenario) => {
    const later = scenario.after(HOUR)
    for (const actor of [agent, manager])
      later
        .when(actor, repair)
        .thenEvents({
          type: 'ServiceProposed',
          clause: 'R3.1',
          actor,
          data: { kind: 'REPAIR', note: '免费换一个拉链头' },
        })
        .thenOpens(null)
        .thenState({
          status: scenario.state.status,
          deadline: scenario.state.deadline,
          expired: scenario.state.expired,
          version: scenario.state.version + 1,
          service: {
            kind: 'REPAIR',
            step: null,
            originalNo: null,
            proposal: { kind: 'REPAIR', note: '免费换一个拉链头', at: later.now, contactIds: [] },
            shipments: [],
          },
        })
  })

  test.each([
    ['a refund without goods', refundOnly],
    ['goods on their way', awaitingReceipt],
    ['a return in dispute', returning.did(buyer, command('openDispute'))],
    ['a rejected case', rejected],
    ['a case that is over', withdrawn],
    ['a service', exchange],
    // R4.5 "no rejection, no proposal"
    [
      'a return that was ruled',
      heard(returning).did(support, command('ruleDispute', { outcome: 'RETURN_THEN_REFUND' })),
    ],
  ])('not on %s', (_what, scenario) => {
    scenario.when(agent, repair).thenRefused('notAllowedInStatus', 'R3.1', { status: scenario.state.status })
  })

  test.each([buyer, support, system])('not by %o', (actor) => {
    returning.when(actor, repair).thenRefused('notPermitted')
  })

  test.each(['', ' \n ', '换'.repeat(501)])('not without saying what: "%s"', (note) => {
    returning
      .when(agent, command('proposeService', { note }))
      .thenRefused('textLength', 'R3.1', { path: 'note', min: 1, max: 500 })
  })

  test('500 characters are enough, counted as code points', () => {
    returning.when(agent, command('proposeService', { note: '🧵'.repeat(500) })).thenEvents('ServiceProposed')
  })

  test('a new one takes the place of the one before, and forgets who was reached about that', () => {
    const again = reached.after(HOUR).did(manager, repair)
    again.thenState({ service: { proposal: { kind: 'REPAIR', at: again.now, contactIds: [] } } })
    again.when(agent, byContact).thenRefused('contactRequired', 'R3.1', { missing: 'AGREEMENT', since: again.now })
    again.when(buyer, yes).thenEvents({ type: 'ServiceAgreed', data: { kind: 'REPAIR' } })
  })
})

describe('R3.1 a proposal stands', () => {
  const proposal = { kind: 'EXCHANGE' as const, contactIds: [REACHED_BY ?? ''] }

  test.each([
    ['the approval', reached.did(agent, command('approve'))],
    ['the review’s expiry', reached.after(48 * HOUR + 1).read()],
    ['talk', reached.did(buyer, command('sendMessage')).did(agent, command('readMessages'))],
    ['a call that reached nobody', reached.did(agent, command('logContact', { outcome: 'NO_ANSWER' }))],
    ['a reminder', reached.after(24 * HOUR).sweep()],
  ])('after %s', (_what, scenario) => {
    scenario.thenState({ service: { step: null, proposal } })
    scenario.when(buyer, yes).thenEvents('ServiceAgreed')
  })

  test.each([
    ['a rejection', reached.did(agent, command('reject'))],
    ['the waybill', reached.did(agent, command('approve')).did(buyer, command('submitReturnShipment'))],
    ['a dispute', reached.did(buyer, command('openDispute'))],
    [
      'a dispute that was taken back',
      reached.did(buyer, command('openDispute')).did(buyer, command('withdrawDispute')),
    ],
    ['a withdrawal', reached.did(buyer, command('withdraw'))],
    [
      'the end of the return',
      reached
        .did(agent, command('approve'))
        .after(10 * DAY + 1)
        .read(),
    ],
    ['the buyer’s no', reached.did(buyer, no)],
  ])('no more after %s', (_what, scenario) => {
    scenario.thenState({ service: null })
    for (const actor of [buyer, agent]) expect(scenario.when(actor, yes).refusal).not.toBeNull()
  })
})

describe('R3.1 the buyer agrees', () => {
  test.each([
    ['EXCHANGE', 'OFFLINE_EXCHANGE'],
    ['REPAIR', 'OFFLINE_REPAIR'],
  ] as const)('to an %s, and only then the case is closed and another one opens on its lines', (kind, closeReason) => {
    const lines = [
      { lineNo: 1, quantity: 2, amountFen: 19_900 },
      { lineNo: 3, quantity: 1, amountFen: 5_000 },
    ]
    const description = '拉链坏了'
    const bargained = given(applied({ type: 'RETURN_REFUND', lines, description, attempt: 2, previousNo: 'AS0000' }))
      .did(agent, command('proposeService', { kind }))
      .after(HOUR)
    const done = bargained.when(buyer, yes)
    done
      .thenEvents({
        type: 'ServiceAgreed',
        clause: 'R3.1',
        actor: buyer,
        data: { kind, contactId: null, serviceNo: 'AS0009' },
      })
      .thenState({
        status: 'CLOSED',
        closeReason,
        closedAt: bargained.now,
        deadline: null,
        refund: null,
        service: null,
      })
      .thenOpens({
        type: 'Applied',
        clause: 'R3.1',
        actor: buyer,
        recordedAt: bargained.now,
        data: { no: 'AS0009', type: kind, attempt: 1, previousNo: 'AS0001', originalNo: 'AS0001', description },
      })
    given(done.opens).thenState({
      no: 'AS0009',
      shopId: 'shop-1',
      orderNo: 'O1001',
      buyerId: 'buyer-1',
      type: kind,
      status: 'IN_SERVICE',
      version: 1,
      deadline: null,
      // R3.2 what is served carries no amount
      lines: lines.map((line) => ({ ...line, amountFen: 0 })),
      amountFen: 0,
      attempt: 1,
      previousNo: 'AS0001',
      reason: 'QUALITY_DEFECT',
      service: { kind, step: 'AGREED', originalNo: 'AS0001', proposal: { kind }, shipments: [] },
      openedAt: bargained.now,
    })
  })

  test('what the one knew of the talk does not count in the other', () => {
    const { opens } = reached.did(buyer, command('sendMessage')).when(buyer, yes)
    given(opens).thenState({ awareAt: null, lastContact: null, unreadByMerchantSince: null })
  })

  test('not twice', () => {
    agreed.when(buyer, yes).thenRefused('notAllowedInStatus', 'R3.1', { status: 'CLOSED' })
  })

  test('to nothing that was not proposed', () => {
    for (const scenario of [returning, refundOnly, awaitingReturn, exchange, complaint, disputed])
      scenario.when(buyer, yes).thenRefused('notAllowedInStatus', 'R3.1')
  })

  test.each([support, system])('himself: not %o', (actor) => {
    proposed.when(actor, yes).thenRefused('notPermitted')
  })

  test('without naming a contact', () => {
    reached.when(buyer, byContact).thenRefused('contactNotNeeded', 'R3.1', { path: 'contactId' })
  })

  test('or does not: the return goes on as it was', () => {
    proposed
      .after(HOUR)
      .when(buyer, no)
      .thenEvents({ type: 'ServiceRefused', clause: 'R3.1', actor: buyer, data: { kind: 'EXCHANGE', contactId: null } })
      .thenOpens(null)
      .thenState({ status: 'PENDING_REVIEW', deadline: proposed.state.deadline, service: null })
      .when(buyer, yes)
      .thenRefused('notAllowedInStatus', 'R3.1')
  })
})

describe('R3.1 a logged contact records what the buyer answered', () => {
  test.each([
    ['agreed', true, 'ServiceAgreed'],
    ['refused', false, 'ServiceRefused'],
  ] as const)('that he %s', (_what, accept, type) => {
    const done = reached.when(manager, command('answerProposal', { accept, contactId: REACHED_BY }))
    done.thenEvents({ type, clause: 'R3.1', actor: manager, data: { contactId: REACHED_BY ?? '' } })
    if (accept) done.thenOpens({ actor: manager, data: { previousNo: 'AS0001' } })
    else done.thenOpens(null)
  })

  test.each([
    ['none', proposed],
    ['one that reached nobody', proposed.did(agent, command('logContact', { outcome: 'NO_ANSWER' }))],
    ['one from before the proposal', returning.did(agent, command('logContact')).did(agent, command('proposeService'))],
    [
      'a message that the buyer has read',
      proposed.did(agent, command('sendMessage')).did(buyer, command('readMessages')),
    ],
  ])('not with %s', (_what, scenario) => {
    const { lastContact, service } = scenario.state
    scenario
      .when(agent, command('answerProposal', { contactId: lastContact?.id ?? 'id-9' }))
      .thenRefused('contactRequired', 'R3.1', { missing: 'AGREEMENT', since: service?.proposal?.at ?? null })
  })

  test.each([undefined, 'id-9', ''])('not with one that there is not: %s', (contactId) => {
    reached
      .when(agent, command('answerProposal', { contactId }))
      .thenRefused('contactUnknown', 'R3.1', { path: 'contactId' })
  })

  test('not with an older one, though a later one got through', () => {
    const before = returning.did(agent, command('logContact'))
    const contactId = before.state.lastContact?.id
    before
      .did(agent, command('proposeService'))
      .did(agent, command('logContact'))
      .when(agent, command('answerProposal', { contactId }))
      .thenRefused('contactUnknown', 'R3.1')
  })

  test('any of several that got through', () => {
    const twice = reached.after(HOUR).did(agent, command('logContact'))
    for (const contactId of twice.state.service?.proposal?.contactIds ?? [])
      twice.when(agent, command('answerProposal', { contactId })).thenEvents('ServiceAgreed')
    expect(twice.state.service?.proposal?.contactIds).toHaveLength(2)
  })
})

describe('R0.2, R0.7 at the end of the time', () => {
  const reviewDue = OPENED_AT + 48 * HOUR
  const returnDue = OPENED_AT + 10 * DAY
  const onReturn = proposed.did(agent, command('approve'))

  test('exactly then the buyer agrees in time', () => {
    proposed.at(reviewDue).when(buyer, yes).thenSettled().thenEvents('ServiceAgreed')
    onReturn.at(returnDue).when(buyer, yes).thenSettled().thenEvents('ServiceAgreed')
  })

  test('a millisecond after the review he still does: the return is approved first', () => {
    const late = proposed.at(reviewDue + 1).when(buyer, yes)
    late.thenSettled('ReviewExpired').thenEvents('ServiceAgreed').thenState({ closeReason: 'OFFLINE_EXCHANGE' })
    late.thenOpens({ data: { type: 'EXCHANGE' satisfies ExchangeKind } })
  })

  test('a millisecond after the return he is too late, whoever noticed', () => {
    const late = onReturn.at(returnDue + 1)
    for (const scenario of [late, late.read().after(DAY)])
      scenario.when(buyer, yes).thenRefused('deadlinePassed', 'R0.7', { kind: 'RETURN', status: 'CLOSED' })
    late.when(buyer, yes).thenSettled('ReturnExpired').thenState({ closeReason: 'RETURN_TIMEOUT' })
  })

  test('nor does the merchant propose then', () => {
    onReturn.at(returnDue).when(agent, repair).thenEvents('ServiceProposed')
    onReturn
      .at(returnDue + 1)
      .when(agent, repair)
      .thenRefused('deadlinePassed', 'R0.7', { kind: 'RETURN' })
  })
})

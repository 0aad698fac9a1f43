import { describe, expect, test } from 'vitest'
import { agent, applied, buyer, command, DAY, HOUR, manager, OPENED_AT, support, WAREHOUSE } from './testing/builders'
import {
  awaitingReceipt,
  awaitingReturn,
  disputed,
  refundOnly,
  rejected,
  returning,
  underReview,
} from './testing/cases'
import { given } from './testing/scenario'

const { isDefault: _, ...warehouse } = WAREHOUSE

describe('R4.1 asking the platform to step in', () => {
  test.each([
    ['a refund to review', refundOnly],
    ['a return to review', returning],
    ['goods to be sent', awaitingReturn],
    ['goods on their way', awaitingReceipt],
  ])('either side may, on %s', (_what, scenario) => {
    for (const [actor, side] of [
      [buyer, 'BUYER'],
      [agent, 'MERCHANT'],
      [manager, 'MERCHANT'],
    ] as const)
      scenario
        .after(HOUR)
        .when(actor, command('openDispute'))
        .thenEvents({ type: 'DisputeOpened', clause: 'R4.1', actor, data: { side } })
        .thenState({
          status: 'IN_DISPUTE',
          deadline: null,
          closedAt: null,
          dispute: { openedBy: side, from: scenario.state.status },
        })
  })

  test('each side has 48 h for evidence from then', () => {
    const dueAt = OPENED_AT + HOUR + 48 * HOUR
    const clock = { dueAt, done: false, open: true, submissions: 0 }
    refundOnly
      .after(HOUR)
      .when(buyer, command('openDispute'))
      .thenState({ dispute: { stage: 'EVIDENCE', evidence: { MERCHANT: clock, BUYER: clock }, ruling: null } })
  })

  test.each(['', '   ', '字'.repeat(501)])('needs a statement of 1 to 500 characters: "%s"', (statement) => {
    refundOnly
      .when(buyer, command('openDispute', { statement }))
      .thenRefused('textLength', 'R4.1', { path: 'statement' })
  })

  test('a rejected buyer may within seven days, the end included; the merchant may not', () => {
    const at = rejected.state.rejection?.at ?? 0
    rejected
      .at(at + 7 * DAY)
      .when(buyer, command('openDispute'))
      .thenState({ status: 'IN_DISPUTE', dispute: { from: 'REJECTED', frozen: null } })
    rejected
      .at(at + 7 * DAY + 1)
      .when(buyer, command('openDispute'))
      .thenRefused('disputePeriodOver', 'R4.1', { until: at + 7 * DAY })
    rejected.when(agent, command('openDispute')).thenRefused('notAllowedInStatus', 'R4.1')
  })

  test('not when a new case was opened since, even one that is closed again', () => {
    rejected.withLaterCase('AS0009').when(buyer, command('openDispute')).thenRefused('notAllowedInStatus', 'R4.1')
  })

  test('once per case: a withdrawn dispute uses it up', () => {
    disputed
      .did(buyer, command('withdrawDispute'))
      .when(agent, command('openDispute'))
      .thenRefused('disputeFinal', 'R4.1', { no: 'AS0001' })
    disputed.when(agent, command('openDispute')).thenRefused('disputeFinal', 'R4.1')
  })

  test('what came too late is told so', () => {
    refundOnly
      .after(48 * HOUR + 1)
      .when(agent, command('openDispute'))
      .thenSettled('ReviewExpired', 'RefundOrdered')
      .thenRefused('deadlinePassed', 'R0.7', { kind: 'REVIEW' })
    // the status that followed allows it
    returning
      .after(48 * HOUR + 1)
      .when(agent, command('openDispute'))
      .thenSettled('ReviewExpired')
      .thenState({ status: 'IN_DISPUTE', dispute: { from: 'AWAITING_RETURN' } })
  })
})

describe('R4.2 the clock stands still', () => {
  const limits = [
    ['REVIEW', refundOnly, 48 * HOUR],
    ['RETURN', awaitingReturn, 10 * DAY],
    ['RECEIPT', awaitingReceipt, 10 * DAY],
  ] as const

  test.each(
    limits.flatMap(([kind, scenario, limit]) =>
      [0, 1, HOUR, limit].map((left) => [kind, left, scenario, limit] as const),
    ),
  )('%s with %d ms left', (kind, left, scenario, limit) => {
    const frozen = scenario.after(limit - left).did(buyer, command('openDispute'))
    frozen.thenState({ deadline: null, dispute: { frozen: { kind, remainingMs: left } } })
    const later = frozen.after(DAY).did(buyer, command('withdrawDispute'))
    later.thenEvents({ type: 'DisputeWithdrawn', clause: 'R4.2' }).thenState({
      status: scenario.state.status,
      deadline: { kind, dueAt: later.now + left },
      dispute: { stage: 'WITHDRAWN' },
    })
    later.after(left).when(agent, command('sendMessage')).thenSettled()
    expect(later.after(left + 1).read().state.expired).toBe(kind)
  })

  test('nothing fires meanwhile, however long it takes', () => {
    const waited = disputed.after(400 * DAY).read()
    waited.thenSettled('EvidenceExpired').thenState({ status: 'IN_DISPUTE', dispute: { stage: 'UNDER_REVIEW' } })
    waited
      .after(400 * DAY)
      .read()
      .thenSettled()
  })

  test('what was told of a deadline is not told again when it goes on', () => {
    const told = refundOnly.after(25 * HOUR).sweep()
    told.thenEvents({ type: 'DeadlineSoon', data: { beforeMs: 24 * HOUR } })
    told.did(buyer, command('openDispute')).after(HOUR).did(buyer, command('withdrawDispute')).sweep().thenEvents()
  })

  test('a rejection stays one, as of when it was made', () => {
    const at = rejected.state.rejection?.at ?? 0
    rejected
      .after(DAY)
      .did(buyer, command('openDispute'))
      .after(HOUR)
      .did(buyer, command('withdrawDispute'))
      .thenState({ status: 'REJECTED', closedAt: at, deadline: null })
  })

  test('only its opener takes it back', () => {
    disputed.when(agent, command('withdrawDispute')).thenRefused('notPermitted')
    const byMerchant = refundOnly.did(agent, command('openDispute'))
    byMerchant.when(buyer, command('withdrawDispute')).thenRefused('notPermitted')
    byMerchant.when(manager, command('withdrawDispute')).thenEvents('DisputeWithdrawn')
  })
})

describe('R4.3 evidence', () => {
  const due = disputed.now + 48 * HOUR

  test.each([
    ['at exactly its deadline', 0, null],
    ['a millisecond late', 1, 'evidenceClosed'],
  ] as const)('%s', (_what, late, refused) => {
    const tried = disputed.at(due + late).when(agent, command('submitEvidence'))
    if (refused)
      tried
        .thenSettled({ type: 'EvidenceExpired', effectiveAt: due, data: { sides: ['MERCHANT', 'BUYER'] } })
        .thenRefused(refused, 'R4.3', { side: 'MERCHANT' })
    else tried.thenSettled().thenEvents({ type: 'EvidenceSubmitted', data: { side: 'MERCHANT' } })
  })

  test('more than once, until the side is done', () => {
    const twice = disputed.did(agent, command('submitEvidence')).did(agent, command('submitEvidence', { done: true }))
    twice.thenEvents('EvidenceSubmitted', { type: 'EvidenceDone', data: { side: 'MERCHANT' } }).thenState({
      dispute: {
        stage: 'EVIDENCE',
        evidence: { MERCHANT: { submissions: 2, done: true, open: false }, BUYER: { open: true } },
      },
    })
    twice.when(manager, command('submitEvidence')).thenRefused('evidenceClosed', 'R4.3', { side: 'MERCHANT' })
  })

  test('both done early, it is under review at once', () => {
    underReview.thenState({ dispute: { stage: 'UNDER_REVIEW', underReviewSince: underReview.now } })
    underReview
      .after(3 * DAY)
      .read()
      .thenSettled()
  })

  test('silence is no loss, but it shows', () => {
    const silent = disputed
      .did(buyer, command('submitEvidence', { done: true }))
      .at(due + 1)
      .read()
    silent.thenSettled({ type: 'EvidenceExpired', data: { sides: ['MERCHANT'] } }).thenState({
      dispute: {
        stage: 'UNDER_REVIEW',
        evidence: { MERCHANT: { submissions: 0, done: false, open: false }, BUYER: { submissions: 1 } },
      },
    })
  })

  test('says something or is done', () => {
    disputed.when(agent, command('submitEvidence', { text: ' ' })).thenRefused('evidenceEmpty', 'R4.3')
    disputed.when(agent, command('submitEvidence', { text: undefined, done: true })).thenEvents('EvidenceDone')
    disputed
      .when(agent, command('submitEvidence', { text: '字'.repeat(501) }))
      .thenRefused('textLength', 'R4.3', { max: 500 })
  })

  test('takes six files, and of others none', () => {
    const files = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    const asked = disputed.withFiles(...files)
    asked.when(agent, command('submitEvidence', { attachmentIds: files.slice(0, 6) })).thenEvents('EvidenceSubmitted')
    asked.when(agent, command('submitEvidence', { attachmentIds: files })).thenRefused('attachmentsTooMany')
    asked.when(agent, command('submitEvidence', { attachmentIds: ['x'] })).thenRefused('attachmentUnknown')
  })

  test('is told when it comes soon, each side by itself', () => {
    disputed
      .did(buyer, command('submitEvidence', { done: true }))
      .at(due - 24 * HOUR)
      .sweep()
      .thenEvents({
        type: 'DeadlineSoon',
        clause: 'R4.3',
        effectiveAt: due - 24 * HOUR,
        data: { kind: 'EVIDENCE', side: 'MERCHANT', dueAt: due },
      })
      .sweep()
      .thenEvents()
  })
})

describe('R4.4 support asks for more', () => {
  test.each([
    ['while evidence is open', disputed],
    ['under review', underReview],
  ])('%s: only the asked side is open, until the new deadline', (_what, scenario) => {
    const dueAt = scenario.now + 24 * HOUR
    const asked = scenario.did(support, command('requestEvidence', { from: ['MERCHANT'] }))
    asked.thenState({
      dispute: {
        stage: 'EVIDENCE',
        askedAt: scenario.now,
        underReviewSince: null,
        evidence: { MERCHANT: { dueAt, open: true, done: false }, BUYER: scenario.state.dispute?.evidence.BUYER ?? {} },
      },
    })
    asked.at(dueAt).when(agent, command('submitEvidence')).thenEvents('EvidenceSubmitted')
  })

  test.each([0, 241, 1.5, Number.NaN])('not for %d hours', (dueInHours) => {
    disputed.when(support, command('requestEvidence', { dueInHours })).thenRefused('evidenceRequestHours', 'R4.4')
  })
})

describe('R4.5 the ruling', () => {
  const rule = (change: Parameters<typeof command<'ruleDispute'>>[1] = {}) => command('ruleDispute', change)

  test('of a refund orders it, whole unless it says how much', () => {
    underReview
      .when(support, rule())
      .thenEvents(
        { type: 'DisputeRuled', clause: 'R4.5', actor: support, data: { outcome: 'REFUND', amountFen: 19_900 } },
        { type: 'RefundOrdered', data: { origin: 'DISPUTE_RULING', amountFen: 19_900 } },
      )
      .thenState({
        status: 'REFUNDING',
        refund: { amountFen: 19_900 },
        dispute: { stage: 'RESOLVED', ruling: { liability: 'MERCHANT' } },
      })
    underReview
      .when(support, rule({ amountFen: 8800 }))
      .thenState({ amountFen: 19_900, refund: { origin: 'DISPUTE_RULING', amountFen: 8800 } })
  })

  test('of part spreads it over the lines in their order', () => {
    const lines = [
      { lineNo: 1, quantity: 1, amountFen: 5000 },
      { lineNo: 2, quantity: 1, amountFen: 3000 },
    ]
    const two = given(applied({ lines }))
      .did(buyer, command('openDispute'))
      .did(buyer, command('submitEvidence', { done: true }))
      .did(agent, command('submitEvidence', { done: true }))
    two.when(support, rule({ amountFen: 6000 })).thenEvents('DisputeRuled', {
      type: 'RefundOrdered',
      data: {
        amountFen: 6000,
        lines: [
          { lineNo: 1, quantity: 1, amountFen: 5000 },
          { lineNo: 2, quantity: 1, amountFen: 1000 },
        ],
      },
    })
    two.when(support, rule({ amountFen: 5000 })).thenEvents('DisputeRuled', {
      type: 'RefundOrdered',
      data: { lines: [{ lineNo: 1, quantity: 1, amountFen: 5000 }] },
    })
  })

  test('not of more than the case is about', () => {
    underReview.when(support, rule({ amountFen: 19_901 })).thenRefused('refundExceedsPaid', 'R0.5', { leftFen: 19_900 })
  })

  test('of a return first gives fresh days, to where it was to go or the default address', () => {
    const ruled = rule({ outcome: 'RETURN_THEN_REFUND' })
    const hear = (scenario: typeof returning) =>
      scenario
        .did(buyer, command('openDispute'))
        .did(buyer, command('submitEvidence', { done: true }))
        .did(agent, command('submitEvidence', { done: true }))
        .after(DAY)
    const heard = hear(returning)
    heard.when(support, ruled).thenState({
      status: 'AWAITING_RETURN',
      returnAddress: warehouse,
      deadline: { kind: 'RETURN', dueAt: heard.now + 10 * DAY },
    })
    const later = hear(awaitingReturn.after(3 * DAY))
    later
      .when(support, ruled)
      .thenState({ status: 'AWAITING_RETURN', deadline: { kind: 'RETURN', dueAt: later.now + 10 * DAY } })
    const onTheWay = hear(awaitingReceipt.after(3 * DAY))
    onTheWay
      .when(support, ruled)
      .thenState({ status: 'AWAITING_RECEIPT', deadline: { kind: 'RECEIPT', dueAt: onTheWay.now + 7 * DAY } })
    hear(returning).did(support, ruled).when(agent, command('reject')).thenRefused('notAllowedInStatus')
    underReview.when(support, ruled).thenRefused('returnNotPossible', 'R4.5', { path: 'outcome' })
    heard.when(support, rule({ outcome: 'RETURN_THEN_REFUND', amountFen: 1 })).thenRefused('amountNotNeeded', 'R4.5')
  })

  test('of a dismissal closes the case', () => {
    underReview
      .when(support, rule({ outcome: 'DISMISS', liability: 'BUYER' }))
      .thenEvents('DisputeRuled')
      .thenState({ status: 'CLOSED', closeReason: 'DISPUTE_DISMISSED', closedAt: underReview.now, refund: null })
  })

  test('not before both sides are heard', () => {
    disputed.when(support, rule()).thenRefused('evidenceOpen', 'R4.5', { dueAt: disputed.now + 48 * HOUR })
    disputed
      .after(48 * HOUR + 1)
      .when(support, rule())
      .thenSettled('EvidenceExpired')
      .thenEvents('DisputeRuled', 'RefundOrdered')
  })

  test('once', () => {
    underReview.did(support, rule()).when(support, rule()).thenRefused('disputeFinal', 'R4.5')
    underReview.did(support, rule()).when(buyer, command('submitEvidence')).thenRefused('evidenceClosed', 'R4.3')
    underReview.did(support, rule()).when(support, command('requestEvidence')).thenRefused('disputeFinal', 'R4.5')
    underReview.did(support, rule()).when(agent, command('concedeDispute')).thenRefused('disputeFinal', 'R4.5')
  })

  test('R4.7 never by a member of the shop', () => {
    underReview.asMemberOfShop().when(support, rule()).thenRefused('notPermitted')
    disputed.asMemberOfShop().when(support, command('requestEvidence')).thenRefused('notPermitted')
  })
})

describe('R4.6 giving in', () => {
  const concede = command('concedeDispute')

  test.each([
    ['evidence is open', disputed],
    ['it is under review', underReview],
  ])('while %s: the refund is ordered', (_what, scenario) => {
    scenario
      .when(agent, concede)
      .thenEvents(
        { type: 'DisputeConceded', clause: 'R4.6', data: { leadsTo: 'REFUND' } },
        { type: 'RefundOrdered', data: { origin: 'MERCHANT' } },
      )
      .thenState({ status: 'REFUNDING', dispute: { stage: 'CONCEDED' } })
  })

  test('goods on their way: the refund; else the return, with fresh days', () => {
    awaitingReceipt.did(buyer, command('openDispute')).when(agent, concede).thenState({ status: 'REFUNDING' })
    for (const scenario of [returning, awaitingReturn]) {
      const late = scenario.after(DAY).did(buyer, command('openDispute')).after(DAY)
      late
        .when(agent, concede)
        .thenEvents({ type: 'DisputeConceded', data: { leadsTo: 'RETURN' } })
        .thenState({
          status: 'AWAITING_RETURN',
          returnAddress: warehouse,
          deadline: { kind: 'RETURN', dueAt: late.now + 10 * DAY },
        })
    }
  })

  test('the buyer may withdraw the case', () => {
    disputed.when(buyer, command('withdraw')).thenState({
      status: 'CLOSED',
      closeReason: 'BUYER_WITHDRAWN',
      dispute: { stage: 'WITHDRAWN', evidence: { BUYER: { open: false } } },
    })
    disputed
      .did(buyer, command('withdraw'))
      .after(5 * DAY)
      .read()
      .thenSettled()
  })
})

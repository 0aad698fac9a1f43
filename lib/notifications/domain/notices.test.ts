import { describe, expect, test } from 'vitest'
import type { AfterSaleEvent, EventType } from '@/lib/after-sales/domain/events'
import { type Happened, MAILED_BY_DEFAULT, NOTICE_KINDS, noticesOf, TOLD } from './notices'

type Role = AfterSaleEvent['actor']['role']
const happened = (type: EventType, role: Role, data: object = {}): Happened => ({
  type,
  actor: { role },
  data: { ...data },
})
const told = (events: Happened[], after: { underReview?: boolean; refundedInstantly?: boolean } = {}) =>
  noticesOf(events, { underReview: false, refundedInstantly: false, ...after }).map(
    ({ audience, kind, index }) => `${audience} ${kind} of ${index}`,
  )

test('the table has a line for every event, and for no other', () => {
  TOLD satisfies Record<EventType, unknown>
  const types: readonly (keyof typeof TOLD)[] = Object.keys(TOLD) as EventType[]
  expect(types.length).toBeGreaterThan(20)
})

describe('the shop is told of', () => {
  test.each<[string, Happened[], string[]]>([
    ['an application', [happened('Applied', 'BUYER')], ['MERCHANT CASE_OPENED of 0']],
    [
      'an application, once, when it follows an expiry',
      [happened('ReviewExpired', 'SYSTEM'), happened('RefundOrdered', 'SYSTEM'), happened('Applied', 'BUYER')],
      ['MERCHANT CASE_OPENED of 2'],
    ],
    ['a service that is asked for', [happened('Applied', 'BUYER', { type: 'REPAIR' })], ['MERCHANT CASE_OPENED of 0']],
    [
      'an agreement, on the case that it opens',
      [happened('Applied', 'BUYER', { originalNo: 'AS1' })],
      ['MERCHANT PROPOSAL_ANSWERED of 0'],
    ],
    ['a proposal that is declined', [happened('ServiceRefused', 'BUYER')], ['MERCHANT PROPOSAL_ANSWERED of 0']],
    ["the buyer's message", [happened('MessageSent', 'BUYER', { side: 'BUYER' })], ['MERCHANT BUYER_ANSWERED of 0']],
    ["the buyer's dispute", [happened('DisputeOpened', 'BUYER', { side: 'BUYER' })], ['MERCHANT DISPUTE_OPENED of 0']],
    [
      'what support asks of it',
      [happened('EvidenceRequested', 'SUPPORT', { sides: ['BUYER', 'MERCHANT'] })],
      ['MERCHANT EVIDENCE_ASKED of 0'],
    ],
    [
      'the ruling, and not of the refund besides',
      [happened('DisputeRuled', 'SUPPORT'), happened('RefundOrdered', 'SUPPORT')],
      ['MERCHANT DISPUTE_RULED of 0'],
    ],
    ...(['REVIEW', 'RECEIPT', 'SERVICE_ANSWER'] as const).map((kind): [string, Happened[], string[]] => [
      `${kind} that ends soon`,
      [happened('DeadlineSoon', 'SYSTEM', { kind })],
      ['MERCHANT DEADLINE_SOON of 0'],
    ]),
    [
      'its own evidence that ends soon',
      [happened('DeadlineSoon', 'SYSTEM', { kind: 'EVIDENCE', side: 'MERCHANT' })],
      ['MERCHANT DEADLINE_SOON of 0'],
    ],
    [
      'the last of the reminders that an outage held up',
      [24, 6, 1].map((hours) => happened('DeadlineSoon', 'SYSTEM', { kind: 'REVIEW', hours })),
      ['MERCHANT DEADLINE_SOON of 2'],
    ],
  ])('%s', (_, events, expected) => expect(told(events)).toEqual(expected))
})

describe('support is told of', () => {
  test.each<[string, Happened[]]>([
    [
      'a dispute whose last side is done',
      [happened('EvidenceSubmitted', 'BUYER', { side: 'BUYER' }), happened('EvidenceDone', 'BUYER', { side: 'BUYER' })],
    ],
    ['a dispute whose last side is done, a merchant', [happened('EvidenceDone', 'AGENT', { side: 'MERCHANT' })]],
    ['a dispute whose time for evidence is over', [happened('EvidenceExpired', 'SYSTEM', { sides: ['BUYER'] })]],
  ])('%s', (_, events) =>
    expect(told(events, { underReview: true })).toEqual([`SUPPORT DISPUTE_READY of ${events.length - 1}`]),
  )

  test('none that still hears the other side', () =>
    expect(told([happened('EvidenceDone', 'BUYER', { side: 'BUYER' })])).toEqual([]))
})

describe('nobody is told of', () => {
  test.each<[string, Happened]>([
    ["the merchant's own message", happened('MessageSent', 'AGENT', { side: 'MERCHANT' })],
    ["the merchant's own dispute", happened('DisputeOpened', 'MANAGER', { side: 'MERCHANT' })],
    ['what support asks of the buyer', happened('EvidenceRequested', 'SUPPORT', { sides: ['BUYER'] })],
    ['the end of a return', happened('DeadlineSoon', 'SYSTEM', { kind: 'RETURN' })],
    ["the buyer's evidence that ends soon", happened('DeadlineSoon', 'SYSTEM', { kind: 'EVIDENCE', side: 'BUYER' })],
    [
      'the end of a service that the buyer has to confirm',
      happened('DeadlineSoon', 'SYSTEM', { kind: 'SERVICE_CONFIRM' }),
    ],
    ['a return that was settled, besides the case that it opened', happened('ServiceAgreed', 'BUYER')],
    ['an agreement that the merchant recorded', happened('Applied', 'AGENT', { originalNo: 'AS1' })],
    ['a refusal that the merchant recorded', happened('ServiceRefused', 'MANAGER')],
    ['a step of a service', happened('ServiceStepRecorded', 'AGENT')],
    ['a service that is done', happened('ServiceConfirmed', 'BUYER')],
    ['an approval', happened('Approved', 'AGENT')],
    ['a rejection', happened('Rejected', 'AGENT')],
    ['a concession', happened('DisputeConceded', 'AGENT')],
    ['money that is back', happened('RefundSucceeded', 'SYSTEM')],
  ])('%s', (_, event) => expect(told([event])).toEqual([]))

  test('an application that was refunded at once', () => {
    const judged = [happened('Applied', 'BUYER'), happened('InstantRefundJudged', 'SYSTEM', { failed: [] })]
    const events = [...judged, happened('RefundOrdered', 'SYSTEM')]
    expect(told(events, { refundedInstantly: true })).toEqual([])
    expect(told(judged)).toEqual(['MERCHANT CASE_OPENED of 0'])
  })
})

test('what comes by e-mail unasked is told to members', () => {
  for (const kind of MAILED_BY_DEFAULT) expect(NOTICE_KINDS.MERCHANT).toContain(kind)
})

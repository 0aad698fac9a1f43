import { describe, expect, test } from 'vitest'
import { ANNOUNCED, announce, type Happening } from './announcements'
import { WEBHOOK_TYPES } from './types'

const told = (...types: Happening[]) => announce(types.map((type) => ({ type }))).map(({ type }) => type)

describe('one decision announces', () => {
  test.each<[string, Happening[], string[]]>([
    ['an application', ['Applied'], ['after_sale.created']],
    ['an application that is refunded at once', ['Applied', 'RefundOrdered'], ['after_sale.created']],
    ['an approval', ['Approved', 'RefundOrdered'], ['after_sale.updated']],
    ['a rejection', ['Rejected'], ['after_sale.updated']],
    ['a waybill', ['ReturnShipmentSubmitted'], ['after_sale.updated']],
    ['its correction', ['ReturnShipmentCorrected'], ['after_sale.updated']],
    ['a receipt', ['ReceiptConfirmed', 'RefundOrdered'], ['after_sale.updated']],
    ['a withdrawal', ['Withdrawn'], ['after_sale.closed', 'after_sale.updated']],
    [
      'a review that expired',
      ['ReviewExpired', 'RefundOrdered'],
      ['after_sale.deadline_expired', 'after_sale.updated'],
    ],
    ['a return in time', ['ReviewExpired'], ['after_sale.deadline_expired', 'after_sale.updated']],
    [
      'a receipt that expired',
      ['ReceiptExpired', 'RefundOrdered'],
      ['after_sale.deadline_expired', 'after_sale.updated'],
    ],
    [
      'a return that never came',
      ['ReturnExpired'],
      ['after_sale.deadline_expired', 'after_sale.closed', 'after_sale.updated'],
    ],
    ['money that is back', ['RefundSucceeded'], ['refund.succeeded', 'after_sale.refunded', 'after_sale.updated']],
    ['money that is stuck', ['RefundStuck'], ['refund.stuck', 'after_sale.updated']],
    ['money on its way again', ['RefundRetried'], ['after_sale.updated']],
    ['a message', ['MessageSent'], ['after_sale.updated']],
    ['reading it', ['MessagesRead'], ['after_sale.updated']],
    ['a call', ['ContactLogged'], ['after_sale.updated']],
    ['a deadline that draws near', ['DeadlineSoon'], ['after_sale.deadline_soon']],
    [
      'several after an outage',
      ['DeadlineSoon', 'DeadlineSoon'],
      ['after_sale.deadline_soon', 'after_sale.deadline_soon'],
    ],
    ['a deadline near and an act', ['DeadlineSoon', 'MessageSent'], ['after_sale.deadline_soon', 'after_sale.updated']],
    [
      'an expiry met by an act',
      ['ReviewExpired', 'ReturnShipmentSubmitted'],
      ['after_sale.deadline_expired', 'after_sale.updated'],
    ],
    ['a proposal', ['ServiceProposed'], ['after_sale.updated']],
    ['an agreement, of the return', ['ServiceAgreed'], ['after_sale.closed', 'after_sale.updated']],
    ['an agreement, of the service', ['Applied'], ['after_sale.created']],
    ['a proposal that is declined', ['ServiceRefused'], ['after_sale.updated']],
    ['a step of a service', ['ServiceStepRecorded'], ['after_sale.updated']],
    ['a service that is confirmed', ['ServiceConfirmed'], ['after_sale.closed', 'after_sale.updated']],
    [
      'a service that counts as done',
      ['ServiceExpired'],
      ['after_sale.deadline_expired', 'after_sale.closed', 'after_sale.updated'],
    ],
    ['a dispute', ['DisputeOpened'], ['dispute.opened', 'after_sale.updated']],
    ['evidence', ['EvidenceSubmitted', 'EvidenceDone'], ['after_sale.updated']],
    ['evidence that is over', ['EvidenceExpired'], ['after_sale.updated']],
    ['more evidence asked for', ['EvidenceRequested'], ['dispute.evidence_requested', 'after_sale.updated']],
    [
      'the end of evidence that draws near',
      ['EvidenceSoon', 'EvidenceSoon'],
      ['dispute.evidence_due', 'dispute.evidence_due'],
    ],
    ['a dispute that is taken back', ['DisputeWithdrawn'], ['dispute.resolved', 'after_sale.updated']],
    ['a concession', ['DisputeConceded', 'RefundOrdered'], ['dispute.resolved', 'after_sale.updated']],
    ['a ruling', ['DisputeRuled', 'RefundOrdered'], ['dispute.resolved', 'after_sale.updated']],
    ['a dismissal', ['Dismissed'], ['dispute.resolved', 'after_sale.closed', 'after_sale.updated']],
    [
      'a case taken back in dispute',
      ['WithdrawnInDispute'],
      ['dispute.resolved', 'after_sale.closed', 'after_sale.updated'],
    ],
    ['nothing', [], []],
  ])('%s', (_, events, types) => {
    expect(told(...events)).toEqual(types)
  })

  test('what happened, each by its own event, and the update by the last', () => {
    const events = [
      { type: 'ReviewExpired' as const, n: 1 },
      { type: 'RefundOrdered' as const, n: 2 },
    ]
    expect(announce(events).map(({ type, event }) => [type, event.n])).toEqual([
      ['after_sale.deadline_expired', 1],
      ['after_sale.updated', 2],
    ])
  })
})

test('every type that is announced is one of the list', () => {
  for (const type of Object.values(ANNOUNCED).flat()) expect(WEBHOOK_TYPES).toContain(type)
})

import { describe, expect, test } from 'vitest'
import type { EventType } from '@/lib/after-sales/domain/events'
import type { TimelineEntry } from '@/lib/after-sales/views'
import { agreementOf, isOneOfSeveral } from './agreement-of'
import { proposalFateOf } from './proposal-fate'

type Step = [type: EventType, role?: TimelineEntry['actor']['role'], afterSaleNo?: string]

/** Told oldest first; a view has it newest first. */
function after(...steps: Step[]): TimelineEntry[] {
  return steps
    .map(
      ([type, role = 'AGENT', afterSaleNo = 'AS1'], index): TimelineEntry => ({
        afterSaleNo,
        seq: index + 1,
        type,
        actor: { role, name: role === 'BUYER' ? '林**' : '林晓' },
        clause: 'R3.1',
        effectiveAt: index + 1,
        recordedAt: index + 1,
        data: { kind: 'EXCHANGE' },
        readAt: null,
        attempt: 1,
      }),
    )
    .reverse()
}
const fateOf = (...steps: Step[]) => proposalFateOf({ no: 'AS1', service: null, timeline: after(...steps) })

describe('what became of a proposal', () => {
  test.each<[string, Step[], ReturnType<typeof proposalFateOf>]>([
    ['none was made', [['Applied', 'BUYER']], null],
    [
      'the buyer did not agree',
      [['ServiceProposed'], ['ServiceRefused', 'BUYER'], ['MessageSent']],
      { fate: 'refused', kind: 'EXCHANGE', at: 2, recordedBy: null },
    ],
    [
      'the merchant recorded so',
      [['ServiceProposed'], ['ContactLogged'], ['ServiceRefused', 'MANAGER']],
      { fate: 'refused', kind: 'EXCHANGE', at: 3, recordedBy: '林晓' },
    ],
    [
      'the second one was refused',
      [['ServiceProposed'], ['ServiceRefused', 'BUYER'], ['ServiceProposed'], ['ServiceRefused', 'BUYER']],
      { fate: 'refused', kind: 'EXCHANGE', at: 4, recordedBy: null },
    ],
    [
      'it lapsed by the waybill, after the approval that it survived',
      [['ServiceProposed'], ['Approved'], ['ReturnShipmentSubmitted', 'BUYER'], ['ReceiptConfirmed']],
      { fate: 'lapsed', kind: 'EXCHANGE', at: 3, by: 'ReturnShipmentSubmitted' },
    ],
    [
      'it lapsed by a rejection',
      [['ServiceProposed'], ['ContactLogged'], ['Rejected']],
      { fate: 'lapsed', kind: 'EXCHANGE', at: 3, by: 'Rejected' },
    ],
    [
      'it lapsed by a dispute that was taken back',
      [['ServiceProposed'], ['DisputeOpened', 'BUYER'], ['DisputeWithdrawn', 'BUYER']],
      { fate: 'lapsed', kind: 'EXCHANGE', at: 2, by: 'DisputeOpened' },
    ],
    [
      'it lapsed by the end of the case',
      [['ServiceProposed'], ['ReviewExpired', 'SYSTEM'], ['ReturnExpired', 'SYSTEM']],
      { fate: 'lapsed', kind: 'EXCHANGE', at: 3, by: 'other' },
    ],
    ['it was agreed on', [['ServiceProposed'], ['ServiceAgreed', 'BUYER']], null],
    [
      'another case refused one',
      [
        ['ServiceProposed', 'AGENT', 'AS0'],
        ['ServiceRefused', 'BUYER', 'AS0'],
      ],
      null,
    ],
  ])('%s', (_, steps, expected) => {
    expect(fateOf(...steps)).toEqual(expected)
  })
})

test.each([
  [
    'an exchange took its place',
    { closeReason: 'OFFLINE_EXCHANGE', nextNo: 'AS2' },
    { kind: 'EXCHANGE', serviceNo: 'AS2' },
    false,
  ],
  ['a repair did', { closeReason: 'OFFLINE_REPAIR', nextNo: 'AS2' }, { kind: 'REPAIR', serviceNo: 'AS2' }, false],
  ['the buyer applied again', { closeReason: null, nextNo: 'AS2' }, null, true],
  ['it stands alone', { closeReason: 'RETURN_TIMEOUT', nextNo: null }, null, false],
] as const)('%s', (_, view, agreement, several) => {
  expect(agreementOf(view)).toEqual(agreement)
  expect(isOneOfSeveral({ attempt: 1, ...view })).toBe(several)
})

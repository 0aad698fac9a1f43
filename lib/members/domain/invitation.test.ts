import { describe, expect, test } from 'vitest'
import {
  INVITATIONS_OPEN,
  INVITATIONS_PER_DAY,
  type InvitationGround,
  type InvitationLife,
  type Joiner,
  refuseInvitation,
  refuseJoin,
  refuseRenewal,
  refuseWithdrawal,
  stateOfInvitation,
} from './invitation'
import type { StaffMember } from './member'

const NOW = Date.UTC(2026, 2, 12, 5, 19, 52)
const fresh: InvitationLife = { expiresAt: NOW + 1, revokedAt: null, acceptedAt: null }
const over: InvitationLife = { ...fresh, expiresAt: NOW }
const revoked: InvitationLife = { ...fresh, revokedAt: NOW - 1 }
const accepted: InvitationLife = { ...over, acceptedAt: NOW - 1 }

const staff: StaffMember[] = [
  { userId: 'zhou', role: 'MANAGER', active: true },
  { userId: 'lin', role: 'AGENT', active: true },
]

describe('a link that', () => {
  test.each([
    ['leads in for one more millisecond', fresh, { kind: 'OPEN', until: NOW + 1 }, null, null],
    ['is at exactly its end', over, { kind: 'EXPIRED', at: NOW }, null, 'expired'],
    ['was withdrawn', revoked, { kind: 'REVOKED', at: NOW - 1 }, 'invitationRevoked', 'revoked'],
    ['was accepted', accepted, { kind: 'ACCEPTED', at: NOW - 1 }, 'invitationAccepted', 'used'],
  ] as const)('%s', (_, life, state, withdrawal, joining) => {
    expect(stateOfInvitation(life, NOW)).toEqual(state)
    const ground = { staff, by: 'zhou', life, now: NOW }
    expect(refuseWithdrawal(ground)?.code ?? null).toBe(withdrawal)
    expect(refuseRenewal({ ...ground, dayCount: 0 })?.code ?? null).toBe(withdrawal)
    const invitation = { ...life, email: 'lin@example.com', acceptedBy: null }
    expect(refuseJoin(invitation, { kind: 'NEW', taken: false }, NOW)?.code ?? null).toBe(joining)
  })
})

describe('an invitation', () => {
  const nobody: InvitationGround = {
    staff,
    by: 'zhou',
    person: null,
    open: null,
    openCount: 0,
    dayCount: 0,
    now: NOW,
  }
  const stranger = { support: false, member: null }
  test.each<[string, Partial<InvitationGround>, string | null]>([
    ['of somebody new', {}, null],
    ['of somebody with an account', { person: stranger }, null],
    ['of platform support (R4.7)', { person: { ...stranger, support: true } }, 'platformSupport'],
    ['of a member', { person: { support: false, member: { name: '林晓', active: true } } }, 'alreadyMember'],
    [
      'of a deactivated member',
      { person: { support: false, member: { name: '林晓', active: false } } },
      'alreadyMember',
    ],
    ['where a link leads in', { open: { ...fresh, role: 'AGENT' } }, 'alreadyInvited'],
    ['where a link has run out', { open: { ...over, role: 'AGENT' } }, null],
    ['the last that there may be', { openCount: INVITATIONS_OPEN - 1 }, null],
    ['one more than there may be', { openCount: INVITATIONS_OPEN }, 'tooManyInvitations'],
    ['the last of a day', { dayCount: INVITATIONS_PER_DAY - 1 }, null],
    ['one more in a day', { dayCount: INVITATIONS_PER_DAY }, 'tooManyInvitations'],
    ['by an agent', { by: 'lin' }, 'notPermitted'],
    [
      'by an agent, of a member',
      { by: 'lin', person: { support: false, member: { name: '林晓', active: true } } },
      'notPermitted',
    ],
  ])('%s', (_, change, code) => {
    expect(refuseInvitation({ ...nobody, ...change })?.code ?? null).toBe(code)
  })

  test('that renews one stops at the day’s limit, too, and is no agent’s', () => {
    const ground = { staff, by: 'zhou', life: fresh, now: NOW }
    expect(refuseRenewal({ ...ground, dayCount: INVITATIONS_PER_DAY })?.code).toBe('tooManyInvitations')
    expect(refuseRenewal({ ...ground, by: 'lin', dayCount: 0 })?.code).toBe('notPermitted')
    expect(refuseWithdrawal({ ...ground, by: 'lin' })?.code).toBe('notPermitted')
  })
})

describe('through the door', () => {
  const open = { ...fresh, email: 'lin@example.com', acceptedBy: null }
  const used = { ...accepted, email: 'lin@example.com', acceptedBy: 'lin' }
  const lin: Joiner = { kind: 'KNOWN', userId: 'lin', email: 'lin@example.com', support: false }
  const chen: Joiner = { ...lin, userId: 'chen', email: 'chen@example.com' }
  test.each([
    ['somebody new', open, { kind: 'NEW', taken: false }, null],
    ['somebody new whose address has an account', open, { kind: 'NEW', taken: true }, 'accountExists'],
    ['whom it is for', open, lin, null],
    ['somebody else', open, chen, 'wrongPerson'],
    ['somebody else, when it is used: no word of that', used, chen, 'wrongPerson'],
    ['platform support (R4.7)', open, { ...lin, support: true }, 'platformSupport'],
    ['whoever got in by it before', used, lin, null],
    ['the same address, once another got in by it', { ...used, acceptedBy: 'chen' }, lin, 'used'],
  ] as const)('%s', (_, invitation, joiner, code) => {
    expect(refuseJoin(invitation, joiner, NOW)?.code ?? null).toBe(code)
  })
})

import { type MemberRefusal, type MemberRole, refuseKeeper, type StaffMember } from './member'

/** A way into a shop by a link, over its life. Pure: instants are epoch ms of the database's clock. */

const DAY = 24 * 3_600_000

/** How long a link leads in. */
export const INVITATION_MS = 7 * DAY
/** Of one shop, not accepted yet and not run out. */
export const INVITATIONS_OPEN = 50
/** Of one shop within a day, new links for old ones included: each may be a letter to somebody. */
export const INVITATIONS_PER_DAY = 100

export type InvitationLife = { expiresAt: number; revokedAt: number | null; acceptedAt: number | null }

export type InvitationState = { kind: 'OPEN'; until: number } | { kind: 'EXPIRED' | 'REVOKED' | 'ACCEPTED'; at: number }

/** At exactly its end it does not lead in any more. */
export function stateOfInvitation({ expiresAt, revokedAt, acceptedAt }: InvitationLife, now: number): InvitationState {
  if (acceptedAt !== null) return { kind: 'ACCEPTED', at: acceptedAt }
  if (revokedAt !== null) return { kind: 'REVOKED', at: revokedAt }
  return now < expiresAt ? { kind: 'OPEN', until: expiresAt } : { kind: 'EXPIRED', at: expiresAt }
}

export type InvitationRefusal =
  | Extract<MemberRefusal, { code: 'notPermitted' | 'platformSupport' }>
  | { code: 'alreadyMember'; name: string; active: boolean }
  | { code: 'alreadyInvited'; role: MemberRole; until: number }
  | { code: 'tooManyInvitations'; max: number; per: 'SHOP' | 'DAY' }
  /** There is none, or it is another shop's. */
  | { code: 'invitationUnknown' }
  | { code: 'invitationAccepted' | 'invitationRevoked'; at: number }
  | { code: 'shopUnknown' }

/** What is known of an address and of the shop's invitations before another one is made. */
export type InvitationGround = {
  staff: readonly StaffMember[]
  by: string
  /** Who has the address; null: nobody yet. */
  person: { support: boolean; member: { name: string; active: boolean } | null } | null
  /** The one for this address that was neither accepted nor revoked; it may have run out. */
  open: (InvitationLife & { role: MemberRole }) | null
  openCount: number
  dayCount: number
  now: number
}

/** For an address whose link has run out another is made; while one leads in, another would silently end it. */
export function refuseInvitation(ground: InvitationGround): InvitationRefusal | null {
  const { staff, by, person, open, now } = ground
  if (refuseKeeper(staff, by)) return { code: 'notPermitted' }
  if (person?.support) return { code: 'platformSupport' }
  if (person?.member) return { code: 'alreadyMember', ...person.member }
  const state = open && stateOfInvitation(open, now)
  if (open && state?.kind === 'OPEN') return { code: 'alreadyInvited', role: open.role, until: state.until }
  return refuseMore(ground)
}

type Renewal = Pick<InvitationGround, 'staff' | 'by' | 'dayCount' | 'now'> & { life: InvitationLife }

/** Another link in the place of one that leads in or has run out. */
export function refuseRenewal({ life, dayCount, ...ground }: Renewal): InvitationRefusal | null {
  return refuseWithdrawal({ life, ...ground }) ?? refuseMore({ openCount: 0, dayCount })
}

/** What has run out can be taken off the list, too. */
export function refuseWithdrawal({ staff, by, life, now }: Omit<Renewal, 'dayCount'>): InvitationRefusal | null {
  if (refuseKeeper(staff, by)) return { code: 'notPermitted' }
  const state = stateOfInvitation(life, now)
  if (state.kind === 'ACCEPTED') return { code: 'invitationAccepted', at: state.at }
  return state.kind === 'REVOKED' ? { code: 'invitationRevoked', at: state.at } : null
}

function refuseMore({ openCount, dayCount }: { openCount: number; dayCount: number }): InvitationRefusal | null {
  if (openCount >= INVITATIONS_OPEN) return { code: 'tooManyInvitations', max: INVITATIONS_OPEN, per: 'SHOP' }
  return dayCount < INVITATIONS_PER_DAY ? null : { code: 'tooManyInvitations', max: INVITATIONS_PER_DAY, per: 'DAY' }
}

/** Why a link does not lead in. `wrongPerson`: it is for another address. `accountExists`: its owner has to sign in. */
export type JoinRefusal = {
  code: 'unknown' | 'expired' | 'revoked' | 'used' | 'wrongPerson' | 'accountExists' | 'platformSupport'
}

/** Who stands before the door: somebody new, or somebody with an account. */
export type Joiner =
  | { kind: 'NEW'; taken: boolean }
  | { kind: 'KNOWN'; userId: string; email: string; support: boolean }

/** Null: in; whoever got in by this very link before, gets in. */
export function refuseJoin(
  invitation: InvitationLife & { email: string; acceptedBy: string | null },
  joiner: Joiner,
  now: number,
): JoinRefusal | null {
  if (joiner.kind === 'KNOWN' && joiner.email !== invitation.email) return { code: 'wrongPerson' }
  const { kind } = stateOfInvitation(invitation, now)
  if (kind === 'ACCEPTED')
    return joiner.kind === 'KNOWN' && joiner.userId === invitation.acceptedBy ? null : { code: 'used' }
  if (kind === 'REVOKED') return { code: 'revoked' }
  if (kind === 'EXPIRED') return { code: 'expired' }
  if (joiner.kind === 'NEW') return joiner.taken ? { code: 'accountExists' } : null
  return joiner.support ? { code: 'platformSupport' } : null
}

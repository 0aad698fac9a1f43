import type { InvitationRefusal } from './domain/invitation'
import type { MemberRefusal, MemberRole } from './domain/member'

/** Somebody of the staff, as its managers see him. Instants in epoch ms. */
export type MemberView = {
  userId: string
  name: string
  email: string
  role: MemberRole
  active: boolean
  since: number
  /** It is who looks. */
  self: boolean
  /** Why each act would be refused; null: it is allowed. `roleChange`: to the other role. */
  refused: {
    roleChange: MemberRefusal | null
    deactivation: MemberRefusal | null
    reactivation: MemberRefusal | null
  }
}

/** An invitation that was neither accepted nor revoked. Its link is not kept. */
export type InvitationView = {
  id: string
  email: string
  role: MemberRole
  invitedBy: string
  createdAt: number
  expiresAt: number
  expired: boolean
  /** When a mail server took the letter with the link; null: there was none. */
  mailedAt: number | null
}

export type StaffView = {
  active: MemberView[]
  deactivated: MemberView[]
  invitations: InvitationView[]
  /** The database's time. */
  now: number
}

/** What became of the letter with the link: with `OFF` this installation sends none. */
export type LetterSent = 'SENT' | 'FAILED' | 'OFF'

/** What was sent has a fault that the form does not allow. */
export type MemberInvalid = { ok: false; invalid: true }
export type MemberRefused = { ok: false; refusal: MemberRefusal }
export type MemberChanged = { ok: true; name: string }

export type InvitationRefused = { ok: false; refusal: InvitationRefusal }
/** `path` of the link: seen now and never again. */
export type InvitationMade = {
  ok: true
  path: string
  email: string
  role: MemberRole
  expiresAt: number
  letter: LetterSent
}
export type InvitationRevoked = { ok: true; email: string }

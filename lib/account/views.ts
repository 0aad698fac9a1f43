import type { PasswordRefusal as ProofRefusal } from '@/lib/auth/prove-password'
import type { PasswordRefusal } from '@/lib/invitations/domain/password'
import type { TwoStepView } from '@/lib/two-step/views'

export type PasswordChanged = { ok: true }
/** `passwordSame`: the new one is the old one. */
export type PasswordNotChanged = { ok: false; refusal: ProofRefusal | PasswordRefusal | { code: 'passwordSame' } }

export type SessionsEnded = { ok: true }
export type SessionsNotEnded = { ok: false; refusal: ProofRefusal }

/** What somebody sees of himself. */
export type AccountView = {
  name: string
  email: string
  twoStep: TwoStepView
  /** Managers and support are offered a second step; who has one keeps it until he turns it off. */
  twoStepOffered: boolean
}

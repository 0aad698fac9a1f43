import type { MemberRole } from '@/lib/members/domain/member'
import type { CodeRefusal } from '@/lib/two-step/views'
import type { PasswordRefusal } from './domain/password'

/** What somebody finds behind a link. */
export type LinkView =
  | { kind: 'UNKNOWN' }
  /** Too many links that lead nowhere came from his address. */
  | { kind: 'THROTTLED'; minutes: number }
  | { kind: 'EXPIRED' | 'REVOKED' | 'SUPPORT'; shopName: string }
  /** `own`: by whoever looks. */
  | { kind: 'USED'; shopName: string; own: boolean }
  | ({ kind: 'OPEN' } & Offer)

/** What the link leads to. `account`: the address has one already, so that its owner signs in. */
export type Offer = {
  shopName: string
  role: MemberRole
  email: string
  invitedBy: string
  /** Epoch ms, as `now`, which is the database's time. */
  expiresAt: number
  now: number
  account: boolean
}

/** What a form at the door is told; null before the first attempt. */
export type JoinState =
  | null
  | { error: 'wrong' | 'nameInvalid'; name: string }
  /** The password was right; `codeAsked`, and then what became of the code. */
  | { error: 'codeAsked' | 'halfWayOver'; name: string }
  | { error: 'code'; refusal: CodeRefusal; name: string }
  | { error: 'password'; refusal: PasswordRefusal; name: string }
  | { error: 'throttled' | 'crowded'; minutes: number; name: string }

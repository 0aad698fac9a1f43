import type { ShopId } from './scope'

/** A shop that somebody works for, and as what. */
export type Membership = { shopId: ShopId; shopName: string; role: 'AGENT' | 'MANAGER' }

/** Who looks at the screen, as the database has it at this moment. */
export type Viewer = {
  userId: string
  name: string
  email: string
  /** Of the platform's support. */
  support: boolean
  /** The active ones, by the shop's name. */
  memberships: Membership[]
  /** The shop that the desk shows; null for support that works for none. */
  current: Membership | null
}

/**
 * What the sign-in form is told; null before the first attempt. `email` fills the form again. `crowded`: strangers have tried
 * the account so often that a browser which never signed in to it has to wait.
 */
export type SignInState =
  | { error: 'wrong' | 'noAccess'; email: string }
  | { error: 'throttled' | 'crowded'; minutes: number; email: string }
  | null

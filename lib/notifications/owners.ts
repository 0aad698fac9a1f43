import type { Viewer } from '@/lib/auth/views'
import { EVERYWHERE, ofShops, type Reach } from '@/lib/db/reach'

/** Whose notices somebody sees: those of every shop that he works for, and with support the platform's. */
export type Owners = { userId: string; owners: readonly string[] }

/** The platform's, who is told of all shops. */
export const PLATFORM_OWNER = ''

export function ownersOf({ userId, memberships, support }: Viewer): Owners {
  return { userId, owners: [...memberships.map(({ shopId }) => shopId), ...(support ? [PLATFORM_OWNER] : [])] }
}

/** What these owners' notices are about: the platform's lie in every shop. */
export function reachOf(owners: readonly string[]): Reach {
  return owners.includes(PLATFORM_OWNER) ? EVERYWHERE : ofShops(owners)
}

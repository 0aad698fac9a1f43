import { findUser } from '@/lib/auth/queries'
import type { Viewer } from '@/lib/auth/views'
import type { Reader } from './stream'

/** As what somebody listens: to his shops, or with support to all. */
export function readerOf({ userId, support, memberships }: Viewer): Reader {
  return { userId, shopIds: support ? null : memberships.map(({ shopId }) => shopId) }
}

/** Does the database still have him as he was let in, in the same shops and the same roles? */
export async function isStillThis(viewer: Viewer): Promise<boolean> {
  const found = await findUser(viewer.userId)
  return found !== null && standingOf(found) === standingOf(viewer)
}

function standingOf({ support, memberships }: Pick<Viewer, 'support' | 'memberships'>): string {
  return JSON.stringify([support, memberships.map(({ shopId, role }) => `${shopId} ${role}`).sort()])
}

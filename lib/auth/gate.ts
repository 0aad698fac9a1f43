import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { findUser } from './queries'
import { safePath } from './safe-path'
import type { Scope, ShopId } from './scope'
import { readSession, SHOP_COOKIE } from './session'
import type { Membership, Viewer } from './views'

export type { Membership, Viewer } from './views'

/** Who is signed in, asked of the database once per request: whoever is put out is out with the next click. */
export const viewer = cache(async (): Promise<Viewer | null> => {
  const session = await readSession()
  if (!session) return null
  const found = await findUser(session.userId, session.tokenId)
  if (found?.passwordMark !== session.passwordMark) return null
  const { passwordMark: _, ...user } = found
  const chosen = (await cookies()).get(SHOP_COOKIE)?.value
  const current = user.memberships.find(({ shopId }) => shopId === chosen) ?? user.memberships[0] ?? null
  return { ...user, current }
})

/** Sends whoever is not signed in to do so, and back here afterwards. */
export async function requireViewer(): Promise<Viewer> {
  const found = await viewer()
  if (found) return found
  const next = safePath((await headers()).get('x-path'))
  redirect(next && next !== '/' ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in')
}

/** Somebody who works for a shop. Support that does not is sent to where its work is. */
export async function requireMember(): Promise<Viewer & { current: Membership }> {
  const found = await requireViewer()
  if (found.current === null) redirect('/disputes')
  return { ...found, current: found.current }
}

/** A manager of the shop that the desk shows. An agent is sent back to the desk. */
export async function requireManager(): Promise<Viewer & { current: Membership }> {
  const found = await requireMember()
  if (found.current.role !== 'MANAGER') redirect('/cases')
  return found
}

/** Somebody of the platform's support. A member is sent back to the desk. */
export async function requireSupport(): Promise<Viewer> {
  const found = await requireViewer()
  if (!found.support) redirect('/cases')
  return found
}

/** All shops that the viewer works for. */
export function merchantScope({ memberships }: Viewer): Scope {
  return { kind: 'SHOPS', shopIds: memberships.map(({ shopId }) => shopId) }
}

/** The shop that the desk shows, alone. */
export function currentScope({ current }: Viewer): Scope {
  return scopeOf(current?.shopId ?? null)
}

// one and the same throughout a request: what was asked within it is known by it
const scopeOf = cache((shopId: ShopId | null): Scope => ({ kind: 'SHOPS', shopIds: shopId === null ? [] : [shopId] }))

/**
 * The viewer as a member of this shop; null where he does not work, which must look as if there were no such shop. What a
 * screen changes, it changes of the shop that it showed, whichever shop another tab has switched to since.
 */
export function membershipIn({ memberships }: Viewer, shopId: string): Membership | null {
  return memberships.find((membership) => membership.shopId === shopId) ?? null
}

/** Whose stuck refunds the viewer sees and retries: all for support, a manager's own shops'; null for who does neither. */
export function refundScope({ support, memberships }: Viewer): Scope | null {
  if (support) return { kind: 'PLATFORM' }
  const managed = memberships.filter(({ role }) => role === 'MANAGER')
  return managed.length > 0 ? { kind: 'SHOPS', shopIds: managed.map(({ shopId }) => shopId) } : null
}

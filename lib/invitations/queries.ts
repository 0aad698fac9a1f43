import { EVERYWHERE } from '@/lib/db/reach'
import { within } from '@/lib/db/within'
import { type InvitationLife, stateOfInvitation } from '@/lib/members/domain/invitation'
import { hashLinkToken, isLinkToken } from './link-token'
import type { LinkView, Offer } from './views'

type Row = Omit<Offer, 'expiresAt' | 'now' | 'account'> & {
  expiresAt: Date
  revokedAt: Date | null
  acceptedAt: Date | null
  acceptedBy: string | null
  /** Whether the address's owner is of the platform's support; null: nobody has it. */
  support: boolean | null
  now: Date
}

type Found = Exclude<LinkView, { kind: 'THROTTLED' }>

/** What a link leads to for whoever looks; `viewerId`: null for somebody who is not signed in. */
export async function readLink(token: string, viewerId: string | null): Promise<Found> {
  if (!isLinkToken(token)) return { kind: 'UNKNOWN' }
  const { rows } = await within(EVERYWHERE).query<Row>(
    `SELECT s."name" AS "shopName", i."role", i."email", b."name" AS "invitedBy", i."expiresAt", i."revokedAt",
       i."acceptedAt", i."acceptedBy", u."support", app_now() AS "now"
     FROM "Invitation" i JOIN "Shop" s ON s."id" = i."shopId" JOIN "User" b ON b."id" = i."invitedBy"
     LEFT JOIN "User" u ON u."email" = i."email" WHERE i."hash" = $1`,
    [hashLinkToken(token)],
  )
  return rows[0] ? toView(rows[0], viewerId) : { kind: 'UNKNOWN' }
}

/** Whose door it is; null for a link that leads nowhere. */
export async function findShopOfLink(token: string): Promise<{ shopId: string; email: string } | null> {
  if (!isLinkToken(token)) return null
  const { rows } = await within(EVERYWHERE).query<{ shopId: string; email: string }>(
    `SELECT "shopId", "email" FROM "Invitation" WHERE "hash" = $1`,
    [hashLinkToken(token)],
  )
  return rows[0] ?? null
}

function toView({ shopName, acceptedBy, support, ...row }: Row, viewerId: string | null): Found {
  const now = row.now.getTime()
  const life: InvitationLife = {
    expiresAt: row.expiresAt.getTime(),
    revokedAt: row.revokedAt?.getTime() ?? null,
    acceptedAt: row.acceptedAt?.getTime() ?? null,
  }
  const { kind } = stateOfInvitation(life, now)
  if (kind === 'ACCEPTED') return { kind: 'USED', shopName, own: acceptedBy === viewerId }
  if (kind !== 'OPEN') return { kind, shopName }
  if (support) return { kind: 'SUPPORT', shopName }
  const { role, email, invitedBy } = row
  return { kind, shopName, role, email, invitedBy, expiresAt: life.expiresAt, now, account: support !== null }
}

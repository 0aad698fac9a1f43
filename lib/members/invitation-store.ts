import { randomUUID } from 'node:crypto'
import type { Tx } from '@/lib/db/transaction'
import { INVITATION_MS, type InvitationGround, type InvitationLife } from './domain/invitation'
import type { MemberRole } from './domain/member'

export type Invitation = InvitationLife & {
  id: string
  shopId: string
  email: string
  role: MemberRole
  acceptedBy: string | null
}

type Row = Omit<Invitation, 'expiresAt' | 'revokedAt' | 'acceptedAt'> & {
  expiresAt: Date
  revokedAt: Date | null
  acceptedAt: Date | null
}

const COLUMNS = `"id", "shopId", "email", "role", "expiresAt", "revokedAt", "acceptedAt", "acceptedBy"`
const OPEN = `"revokedAt" IS NULL AND "acceptedAt" IS NULL`

/** All of these are called under the lock of the shop (`lockStaff`). */

export async function readInvitation(tx: Tx, shopId: string, id: string): Promise<Invitation | null> {
  return readOne(tx, `"shopId" = $1 AND "id" = $2`, [shopId, id])
}

export async function readInvitationOf(tx: Tx, shopId: string, hash: string): Promise<Invitation | null> {
  return readOne(tx, `"shopId" = $1 AND "hash" = $2`, [shopId, hash])
}

/** The one for this address that was neither accepted nor revoked; it may have run out. */
export async function findOpenInvitation(tx: Tx, shopId: string, email: string): Promise<Invitation | null> {
  return readOne(tx, `"shopId" = $1 AND "email" = $2 AND ${OPEN}`, [shopId, email])
}

/** Who has the address, and what he is to this shop. */
export async function findInvited(tx: Tx, shopId: string, email: string): Promise<InvitationGround['person']> {
  const { rows } = await tx.query<{ support: boolean; name: string; active: boolean | null }>(
    `SELECT u."support", u."name", m."active" FROM "User" u
     LEFT JOIN "Member" m ON m."userId" = u."id" AND m."shopId" = $1 WHERE u."email" = $2`,
    [shopId, email],
  )
  const found = rows[0]
  if (!found) return null
  const { support, name, active } = found
  return { support, member: active === null ? null : { name, active } }
}

export async function countInvitations(
  tx: Tx,
  shopId: string,
  now: number,
): Promise<{ openCount: number; dayCount: number }> {
  const { rows } = await tx.query<{ openCount: number; dayCount: number }>(
    `SELECT count(*) FILTER (WHERE ${OPEN} AND "expiresAt" > $2) AS "openCount",
       count(*) FILTER (WHERE "createdAt" > $2 - INTERVAL '1 day') AS "dayCount"
     FROM "Invitation" WHERE "shopId" = $1`,
    [shopId, new Date(now)],
  )
  return rows[0] ?? { openCount: 0, dayCount: 0 }
}

export type NewInvitation = { shopId: string; email: string; role: MemberRole; hash: string; by: string; now: number }

export async function insertInvitation(
  tx: Tx,
  { shopId, email, role, hash, by, now }: NewInvitation,
): Promise<{ id: string; expiresAt: number }> {
  const [id, expiresAt] = [randomUUID(), now + INVITATION_MS]
  await tx.query(
    `INSERT INTO "Invitation" ("id", "shopId", "email", "role", "hash", "invitedBy", "createdAt", "expiresAt")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, shopId, email, role, hash, by, new Date(now), new Date(expiresAt)],
  )
  return { id, expiresAt }
}

export async function markRevoked(tx: Tx, id: string, now: number): Promise<void> {
  await tx.query(`UPDATE "Invitation" SET "revokedAt" = $2 WHERE "id" = $1`, [id, new Date(now)])
}

export async function markAccepted(
  tx: Tx,
  id: string,
  { userId, now }: { userId: string; now: number },
): Promise<void> {
  await tx.query(`UPDATE "Invitation" SET "acceptedAt" = $3, "acceptedBy" = $2 WHERE "id" = $1`, [
    id,
    userId,
    new Date(now),
  ])
}

/** Ends the links that somebody sent out, and the one that leads him in. Those that led in still are returned. */
export async function revokeInvitationsAround(
  tx: Tx,
  { shopId, userId }: { shopId: string; userId: string },
): Promise<{ email: string; role: MemberRole }[]> {
  const { rows } = await tx.query<{ email: string; role: MemberRole; led: boolean }>(
    `UPDATE "Invitation" SET "revokedAt" = app_now() WHERE "shopId" = $1 AND ${OPEN}
       AND ("invitedBy" = $2 OR "email" = (SELECT "email" FROM "User" WHERE "id" = $2))
     RETURNING "email", "role", "expiresAt" > "revokedAt" AS "led"`,
    [shopId, userId],
  )
  return rows.filter(({ led }) => led).map(({ email, role }) => ({ email, role }))
}

async function readOne(tx: Tx, where: string, params: readonly unknown[]): Promise<Invitation | null> {
  const { rows } = await tx.query<Row>(`SELECT ${COLUMNS} FROM "Invitation" WHERE ${where}`, params)
  const row = rows[0]
  if (!row) return null
  const { expiresAt, revokedAt, acceptedAt, ...invitation } = row
  return {
    ...invitation,
    expiresAt: expiresAt.getTime(),
    revokedAt: revokedAt?.getTime() ?? null,
    acceptedAt: acceptedAt?.getTime() ?? null,
  }
}

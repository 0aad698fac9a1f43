import type { Tx } from '@/lib/db/transaction'
import { beginNotices } from '@/lib/notifications/read-store'
import type { MemberRole, StaffMember } from './domain/member'

/** Lock order: the shop, then an invitation, then a person. */

export type Person = { userId: string; email: string; name: string; support: boolean }
export type Staff = {
  shopName: string
  members: (StaffMember & { name: string; email: string })[]
  /** The database's time, read once the lock was held. */
  now: number
}

/** Everybody who works or worked for the shop; who else changes that waits for this transaction. Null: no such shop. */
export async function lockStaff(tx: Tx, shopId: string): Promise<Staff | null> {
  const { rows } = await tx.query<{ name: string }>(`SELECT "name" FROM "Shop" WHERE "id" = $1 FOR NO KEY UPDATE`, [
    shopId,
  ])
  const shop = rows[0]
  if (!shop) return null
  const members = await tx.query<Staff['members'][number]>(
    `SELECT m."userId", m."role", m."active", u."name", u."email"
     FROM "Member" m JOIN "User" u ON u."id" = m."userId" WHERE m."shopId" = $1`,
    [shopId],
  )
  const clock = await tx.query<{ now: Date }>(`SELECT app_now() AS "now"`)
  const now = clock.rows[0]?.now
  if (!now) throw new Error('the database has no clock')
  return { shopName: shop.name, members: members.rows, now: now.getTime() }
}

/** R4.7 Held, so that nobody becomes a member and the platform's support at once. */
export async function lockPerson(tx: Tx, by: { userId: string } | { email: string }): Promise<Person | null> {
  const { rows } = await tx.query<Person>(
    `SELECT "id" AS "userId", "email", "name", "support" FROM "User"
     WHERE ${'userId' in by ? `"id" = $1` : `"email" = $1`} FOR NO KEY UPDATE`,
    ['userId' in by ? by.userId : by.email],
  )
  return rows[0] ?? null
}

/** False when somebody has the address already. */
export async function insertPerson(
  tx: Tx,
  person: Omit<Person, 'support'> & { passwordHash: string },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO "User" ("id", "email", "name", "passwordHash") VALUES ($1, $2, $3, $4) ON CONFLICT ("email") DO NOTHING`,
    [person.userId, person.email, person.name, person.passwordHash],
  )
  return rowCount === 1
}

type MemberKey = { shopId: string; userId: string }

/** Somebody who never worked for the shop before; what it was told until now is no news to him. */
export async function insertMember(tx: Tx, { shopId, userId }: MemberKey, role: MemberRole): Promise<void> {
  await tx.query(`INSERT INTO "Member" ("shopId", "userId", "role") VALUES ($1, $2, $3)`, [shopId, userId, role])
  await beginNotices(tx, { userId, owners: [shopId] })
  await tellStanding(tx, userId)
}

export async function setRole(tx: Tx, { shopId, userId }: MemberKey, role: MemberRole): Promise<void> {
  await tx.query(`UPDATE "Member" SET "role" = $3 WHERE "shopId" = $1 AND "userId" = $2`, [shopId, userId, role])
  await tellStanding(tx, userId)
}

export async function setActive(tx: Tx, { shopId, userId }: MemberKey, active: boolean): Promise<void> {
  await tx.query(`UPDATE "Member" SET "active" = $3 WHERE "shopId" = $1 AND "userId" = $2`, [shopId, userId, active])
  await tellStanding(tx, userId)
}

/** What this person may see is another now: in every process the streams that he listens to end. */
export async function tellStanding(tx: Tx, userId: string): Promise<void> {
  await tx.query(`SELECT pg_notify('afterdesk', $1)`, [JSON.stringify({ standing: userId })])
}

import { randomUUID } from 'node:crypto'
import { invite } from '@/lib/members/change-invitations'
import type { MemberRole } from '@/lib/members/domain/member'
import { database } from '@/tests/support/access'

/** Shops and who works there. */

// of a text that nobody knows
const PASSWORD_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$aseqsf5iO4j8KjjCE/RApA$g14CuBPAYMbg3RHlKqs6QhB1nCqUM1sirILU+dkZQMQ'

export async function createShop(name = '南栀织物'): Promise<string> {
  const shopId = `shop-${randomUUID()}`
  await database.query(`INSERT INTO "Shop" ("id", "name") VALUES ($1, $2)`, [shopId, name])
  return shopId
}

export type Hired = { userId: string; email: string; name: string }

/** Somebody with an account, who works for these shops, which are made where they are not there. */
export async function hire(
  shops: Record<string, MemberRole> = {},
  { support = false, name = '林晓' } = {},
): Promise<Hired> {
  const userId = `person-${randomUUID()}`
  const email = `${userId}@shop.example`
  await database.query(
    `INSERT INTO "User" ("id", "email", "name", "passwordHash", "support") VALUES ($1, $2, $3, $4, $5)`,
    [userId, email, name, PASSWORD_HASH, support],
  )
  for (const [shopId, role] of Object.entries(shops)) {
    await database.query(`INSERT INTO "Shop" ("id", "name") VALUES ($1, $1) ON CONFLICT DO NOTHING`, [shopId])
    await database.query(`INSERT INTO "Member" ("shopId", "userId", "role") VALUES ($1, $2, $3)`, [
      shopId,
      userId,
      role,
    ])
  }
  return { userId, email, name }
}

/** Who works for the shop now, and as what. */
export async function staffOf(shopId: string): Promise<Record<string, MemberRole>> {
  const { rows } = await database.query<{ userId: string; role: MemberRole }>(
    `SELECT "userId", "role" FROM "Member" WHERE "shopId" = $1 AND "active" ORDER BY "userId"`,
    [shopId],
  )
  return Object.fromEntries(rows.map(({ userId, role }) => [userId, role]))
}

/** What was changed of the shop's settings, oldest first. */
export async function changesOf(
  shopId: string,
): Promise<{ kind: string; actorRole: string; actorId: string | null; data: object }[]> {
  const { rows } = await database.query<{ kind: string; actorRole: string; actorId: string | null; data: object }>(
    `SELECT "kind", "actorRole", "actorId", "data" FROM "SettingChange" WHERE "shopId" = $1 ORDER BY "id"`,
    [shopId],
  )
  return rows
}

/** A link into the shop. */
export async function makeLink(shopId: string, by: Hired, email: string, role: MemberRole = 'AGENT') {
  const made = await invite({ shopId, userId: by.userId }, { email, role })
  if (!made.ok) throw new Error(made.refusal.code)
  return made
}

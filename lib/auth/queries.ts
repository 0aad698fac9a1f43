import { database } from '@/lib/db/pool'
import { EVERYWHERE } from '@/lib/db/reach'
import { within } from '@/lib/db/within'
import { mintShopId } from './mint'
import type { Membership, Viewer } from './views'

export type FoundUser = Omit<Viewer, 'current'> & {
  /** Changes with the password, and tells nothing of it. */
  passwordMark: string
}

type Row = {
  passwordMark: string
  name: string
  email: string
  support: boolean
  shopId: string | null
  shopName: string
  role: Membership['role']
}

/** The user with his active memberships; null when there is no such user or he has nothing to do here any more. */
export async function findUser(userId: string): Promise<FoundUser | null> {
  const { rows } = await within(EVERYWHERE).query<Row>(
    `SELECT u."name", u."email", u."support", left(encode(sha256(convert_to(u."passwordHash", 'UTF8')), 'hex'), 16) AS "passwordMark", s."id" AS "shopId", s."name" AS "shopName", m."role"
     FROM "User" u
     LEFT JOIN ("Member" m JOIN "Shop" s ON s."id" = m."shopId") ON m."userId" = u."id" AND m."active"
     WHERE u."id" = $1
     ORDER BY s."name", s."id"`,
    [userId],
  )
  const [user] = rows
  if (!user) return null
  const memberships = rows.flatMap(({ shopId, shopName, role }) =>
    shopId === null ? [] : [{ shopId: mintShopId(shopId), shopName, role }],
  )
  if (memberships.length === 0 && !user.support) return null
  const { name, email, support, passwordMark } = user
  return { userId, name, email, support, memberships, passwordMark }
}

/** What signing in is checked against. The address is compared in lower case, as it is stored. */
export async function findCredentials(email: string): Promise<{ userId: string; passwordHash: string } | null> {
  const { rows } = await database.query<{ userId: string; passwordHash: string }>(
    `SELECT "id" AS "userId", "passwordHash" FROM "User" WHERE "email" = lower($1)`,
    [email],
  )
  return rows[0] ?? null
}

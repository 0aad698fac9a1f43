import { database } from '@/lib/db/pool'
import { EVERYWHERE } from '@/lib/db/reach'
import { within } from '@/lib/db/within'
import { mintShopId } from './mint'
import type { Membership, Viewer } from './views'

export type FoundUser = Omit<Viewer, 'current'> & {
  /** Changes with the password and with every end of all sessions, and tells nothing of it. */
  passwordMark: string
}

const MARK = `left(encode(sha256(convert_to(u."passwordHash" || ' ' || u."sessionRound", 'UTF8')), 'hex'), 16)`

type Row = {
  passwordMark: string
  name: string
  email: string
  support: boolean
  shopId: string | null
  shopName: string
  role: Membership['role']
}

/**
 * The user with his active memberships; null when there is no such user or he has nothing to do here any more. `tokenId`: of
 * the session that he comes with, null as well once that was signed out of.
 */
export async function findUser(userId: string, tokenId: string | null = null): Promise<FoundUser | null> {
  const { rows } = await within(EVERYWHERE).query<Row>(
    `SELECT u."name", u."email", u."support", ${MARK} AS "passwordMark", s."id" AS "shopId", s."name" AS "shopName", m."role"
     FROM "User" u
     LEFT JOIN ("Member" m JOIN "Shop" s ON s."id" = m."shopId") ON m."userId" = u."id" AND m."active"
     WHERE u."id" = $1 AND NOT EXISTS (SELECT FROM "SpentToken" t WHERE t."id" = $2::uuid)
     ORDER BY s."name", s."id"`,
    [userId, tokenId],
    { prepared: true },
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

export type Credentials = { userId: string; passwordHash: string; passwordMark: string }

/** What signing in is checked against. The address is compared in lower case, as it is stored. */
export async function findCredentials(email: string): Promise<Credentials | null> {
  const { rows } = await database.query<Credentials>(
    `SELECT u."id" AS "userId", u."passwordHash", ${MARK} AS "passwordMark" FROM "User" u WHERE u."email" = lower($1)`,
    [email],
  )
  return rows[0] ?? null
}

/** Null: there is no such user any more. */
export async function findAccount(userId: string): Promise<{ email: string; passwordMark: string } | null> {
  const { rows } = await database.query<{ email: string; passwordMark: string }>(
    `SELECT u."email", ${MARK} AS "passwordMark" FROM "User" u WHERE u."id" = $1`,
    [userId],
  )
  return rows[0] ?? null
}

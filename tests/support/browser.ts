import { randomUUID } from 'node:crypto'
import { beforeEach } from 'vitest'
import { findUser } from '@/lib/auth/queries'
import { startSession } from '@/lib/auth/session'
import { database } from '@/lib/db/pool'
import { forgetEnv } from '@/lib/env'
import { sent } from '@/tests/support/next-request'

/** Somebody's browser, and who is signed in with it: what the tests of the desk's actions and routes begin with. */

type Role = 'AGENT' | 'MANAGER'

/** Nobody is signed in when a test begins. For the test file below `useDatabase()`; it mocks what `next-request` says. */
export function useBrowser(): void {
  beforeEach(() => {
    process.env.AFTERDESK_SECRET = 'a-secret-for-tests-0123456789-abcdef'
    forgetEnv()
    sent.cookies.clear()
    sent.headers = new Headers()
  })
}

/** Somebody new, who works for these shops, which are made where they are not there; his id. */
export async function hire({
  shops = {},
  support = false,
}: {
  shops?: Record<string, Role>
  support?: boolean
}): Promise<string> {
  const id = `person-${randomUUID()}`
  await database.query(
    `INSERT INTO "User" ("id", "email", "name", "passwordHash", "support") VALUES ($1, $1 || '@shop.example', '周宁', '-', $2)`,
    [id, support],
  )
  for (const [shopId, role] of Object.entries(shops)) {
    await database.query(`INSERT INTO "Shop" ("id", "name") VALUES ($1, $1) ON CONFLICT DO NOTHING`, [shopId])
    await database.query(`INSERT INTO "Member" ("shopId", "userId", "role") VALUES ($1, $2, $3)`, [shopId, id, role])
  }
  return id
}

/** With the session that a right password begins. */
export async function signIn(userId: string): Promise<string> {
  const user = await findUser(userId)
  if (!user) throw new Error(`${userId} has nothing to do here`)
  await startSession(user)
  return userId
}

/** As somebody new in that role. */
export async function signInAs(role: Role, shopId: string): Promise<string> {
  return signIn(await hire({ shops: { [shopId]: role } }))
}

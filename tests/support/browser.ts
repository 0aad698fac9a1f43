import { beforeEach } from 'vitest'
import { findUser } from '@/lib/auth/queries'
import { startSession } from '@/lib/auth/session'
import { forgetEnv } from '@/lib/env'
import type { MemberRole } from '@/lib/members/domain/member'
import { sent } from './next-request'
import { hire as hireStaff } from './staff'

/** Somebody's browser, and who is signed in with it: what the tests of the desk's actions and routes begin with. */

/** Nobody is signed in when a test begins. For the test file below `useDatabase()`; it mocks what `next-request` says. */
export function useBrowser(): void {
  beforeEach(() => {
    process.env.AFTERDESK_SECRET = 'a-secret-for-tests-0123456789-abcdef'
    forgetEnv()
    sent.cookies.clear()
    sent.set.clear()
    sent.headers = new Headers()
  })
}

/** Somebody new, who works for these shops; his id. */
export async function hire({
  shops = {},
  support = false,
}: {
  shops?: Record<string, MemberRole>
  support?: boolean
}): Promise<string> {
  return (await hireStaff(shops, { support, name: '周宁' })).userId
}

/** With the session that a right password begins. */
export async function signIn(userId: string): Promise<string> {
  const user = await findUser(userId)
  if (!user) throw new Error(`${userId} has nothing to do here`)
  await startSession(user)
  return userId
}

/** As somebody new in that role. */
export async function signInAs(role: MemberRole, shopId: string): Promise<string> {
  return signIn(await hire({ shops: { [shopId]: role } }))
}

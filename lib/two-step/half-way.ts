import { cookies } from 'next/headers'
import type { Caller } from '@/lib/auth/caller'
import { hostCookie } from '@/lib/auth/cookie'
import { findAccount } from '@/lib/auth/queries'
import type { SignedIn } from '@/lib/auth/session'
import { openToken, sealToken } from '@/lib/auth/token'
import { isTokenSpent, spendToken } from '@/lib/auth/token-store'
import { checkCode } from './check-code'
import type { TypedCode } from './domain/code'
import type { CodeRefusal } from './views'

/** Between a right password and the code: nobody is signed in by it. It ends soon, with its password, and once it went on. */

const MAX_AGE_S = 10 * 60
const cookie = () => hostCookie('half-way')

type HalfWay = SignedIn & { id: string; endsAt: number }
/** `halfWayOver`: he has to begin anew. */
export type HalfWayOutcome =
  | ({ ok: true; email: string; by: TypedCode['kind'] } & SignedIn)
  | { ok: false; refusal: CodeRefusal | { code: 'halfWayOver' } }

export async function beginHalfWay({ userId, passwordMark }: SignedIn): Promise<void> {
  const value = await sealToken('half-way', { subject: userId, claims: { passwordMark }, maxAgeS: MAX_AGE_S })
  ;(await cookies()).set({ ...cookie(), value, maxAge: MAX_AGE_S })
}

export async function endHalfWay(): Promise<void> {
  ;(await cookies()).set({ ...cookie(), value: '', maxAge: 0 })
}

/** Whether this browser is to be asked for a code. */
export async function isHalfWay(): Promise<boolean> {
  return (await findHalfWay()) !== null
}

/** The second half, once for each first. */
export async function finishHalfWay(code: string, { laneOf }: Caller): Promise<HalfWayOutcome> {
  const found = await findHalfWay()
  if (!found) return { ok: false, refusal: { code: 'halfWayOver' } }
  const { userId, passwordMark, email } = found
  const checked = await checkCode({ userId, lane: laneOf(email) }, code)
  if (!checked.ok) return checked
  if (!(await spendToken(found))) return { ok: false, refusal: { code: 'halfWayOver' } }
  await endHalfWay()
  return { ok: true, userId, passwordMark, email, by: checked.by }
}

async function findHalfWay(): Promise<(HalfWay & { email: string }) | null> {
  const token = await openToken('half-way', (await cookies()).get(cookie().name)?.value)
  if (!token?.subject || (await isTokenSpent(token.id))) return null
  const account = await findAccount(token.subject)
  if (!account || account.passwordMark !== token.claims.passwordMark) return null
  const { id, endsAt, subject: userId } = token
  return { id, endsAt, userId, ...account }
}

import { z } from 'zod'
import { logger } from '@/lib/logger'
import { text } from '@/lib/text'
import type { Caller } from './caller'
import { verifyPassword } from './password'
import { findCredentials, findUser } from './queries'
import type { SignedIn } from './session'
import { takeAttempt } from './throttle-store'

const credentialsSchema = z.object({
  email: text({ max: 254 }).transform((email) => email.toLowerCase()),
  password: z.string().min(1).max(1000),
})

/** `crowded`: strangers have tried this account so often that a browser that never signed in to it has to wait. */
export type Throttled = { ok: false; reason: 'throttled'; retryAfterMs: number; crowded: boolean }

/** `wrong`: no such user or not his password, which of them is not said. A right one is half of signing in. */
export type PasswordOutcome = ({ ok: true; email: string } & SignedIn) | { ok: false; reason: 'wrong' } | Throttled

/** `noAccess`: he works for no shop any more. */
export type SignInOutcome = PasswordOutcome | { ok: false; reason: 'noAccess' }

/** Checks what somebody signs in with. */
export async function authenticate(input: unknown, caller: Caller): Promise<SignInOutcome> {
  const known = await checkPassword(input, caller)
  return known.ok && !(await findUser(known.userId)) ? { ok: false, reason: 'noAccess' } : known
}

/** Who somebody is, whether or not he works for any shop; tries are counted as those of signing in. */
export async function checkPassword(input: unknown, { address, laneOf }: Caller): Promise<PasswordOutcome> {
  const parsed = credentialsSchema.safeParse(input)
  if (!parsed.success) return { ok: false, reason: 'wrong' }
  const { email, password } = parsed.data
  const attempt = await takeAttempt({ email, address, lane: laneOf(email) })
  if (!attempt.ok) {
    logger().warn({ from: address }, 'a password was not even tried: too many were wrong')
    return { ...attempt, reason: 'throttled' }
  }
  const found = await findCredentials(email)
  const verified = await verifyPassword(password, found?.passwordHash ?? null)
  if (!found || !verified) {
    logger().warn({ user: found?.userId, from: address }, 'a password was wrong')
    return { ok: false, reason: 'wrong' }
  }
  await attempt.succeeded()
  return { ok: true, userId: found.userId, passwordMark: found.passwordMark, email }
}

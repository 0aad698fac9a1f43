import { z } from 'zod'
import { text } from '@/lib/text'
import { verifyPassword } from './password'
import { findCredentials, findUser } from './queries'
import { giveBackAttempt, takeAttempt } from './throttle-store'

const credentialsSchema = z.object({
  email: text({ max: 254 }).transform((email) => email.toLowerCase()),
  password: z.string().min(1).max(1000),
})

/** `wrong`: no such user or not his password, which of them is not said. */
export type PasswordOutcome =
  | { ok: true; userId: string }
  | { ok: false; reason: 'wrong' }
  | { ok: false; reason: 'throttled'; retryAfterMs: number }

/** `noAccess`: he works for no shop any more. */
export type SignInOutcome = PasswordOutcome | { ok: false; reason: 'noAccess' }

/** Checks what somebody signs in with. `address`: where he comes from. */
export async function authenticate(input: unknown, address: string): Promise<SignInOutcome> {
  const known = await checkPassword(input, address)
  return known.ok && !(await findUser(known.userId)) ? { ok: false, reason: 'noAccess' } : known
}

/** Who somebody is, whether or not he works for any shop; tries are counted as those of signing in. */
export async function checkPassword(input: unknown, address: string): Promise<PasswordOutcome> {
  const parsed = credentialsSchema.safeParse(input)
  if (!parsed.success) return { ok: false, reason: 'wrong' }
  const { email, password } = parsed.data
  const attempt = { email, address }
  const taken = await takeAttempt(attempt)
  if (!taken.ok) return { ok: false, reason: 'throttled', retryAfterMs: taken.retryAfterMs }
  const found = await findCredentials(email)
  const verified = await verifyPassword(password, found?.passwordHash ?? null)
  if (!found || !verified) return { ok: false, reason: 'wrong' }
  await giveBackAttempt(attempt)
  return { ok: true, userId: found.userId }
}

/**
 * The address of a request: what the nearest proxy added to X-Forwarded-For, which is its last entry; Next.js puts the
 * connection's own address there when nobody else did.
 */
export function addressOf(headers: Pick<Headers, 'get'>): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown'
}

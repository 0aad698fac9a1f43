import { z } from 'zod'
import { text } from '@/lib/text'
import { verifyPassword } from './password'
import { findCredentials, findUser } from './queries'
import { giveBackAttempt, takeAttempt } from './throttle-store'

const credentialsSchema = z.object({
  email: text({ max: 254 }).transform((email) => email.toLowerCase()),
  password: z.string().min(1).max(1000),
})

export type SignInOutcome =
  | { ok: true; userId: string }
  /** `wrong`: no such user or not his password, which of them is not said. `noAccess`: he works for no shop any more. */
  | { ok: false; reason: 'wrong' | 'noAccess' }
  | { ok: false; reason: 'throttled'; retryAfterMs: number }

/** Checks what somebody signs in with. `address`: where he comes from. */
export async function authenticate(input: unknown, address: string): Promise<SignInOutcome> {
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
  return (await findUser(found.userId)) ? { ok: true, userId: found.userId } : { ok: false, reason: 'noAccess' }
}

/**
 * The address of a request: what the nearest proxy added to X-Forwarded-For, which is its last entry; Next.js puts the
 * connection's own address there when nobody else did.
 */
export function addressOf(headers: Pick<Headers, 'get'>): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown'
}

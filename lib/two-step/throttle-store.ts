import { limitersOf } from '@/lib/auth/limiters-store'
import type { TypedCode } from './domain/code'

const MINUTE_S = 60

/** Wrong codes of one person that are allowed within a window. Each browser that knows the account has windows of its own. */
export const CODE_LIMITS = {
  code: { points: 5, duration: 15 * MINUTE_S },
  /** Of a million codes three are right: who knows the password must not go on guessing for weeks. */
  codeDay: { points: 30, duration: 24 * 60 * MINUTE_S },
} as const

export type CodeTaken = { ok: true; succeeded: () => Promise<void> } | { ok: false; retryAfterMs: number }

const limiter = limitersOf(CODE_LIMITS)

/**
 * Counts a code as wrong until it has `succeeded`. `lane`: of a browser that knows the account, null for a stranger. Put
 * away codes are counted apart, and not by the day: no stranger keeps their owner from using one for longer than a window.
 */
export async function takeCodeAttempt(
  { userId, lane }: { userId: string; lane: string | null },
  kind: TypedCode['kind'],
): Promise<CodeTaken> {
  const key = `${userId} ${lane ?? 'stranger'} ${kind}`
  const byDay = lane === null && kind === 'TOTP'
  const taken = await limiter('code').take(key)
  if (!taken.ok) return taken
  const ofDay = byDay ? await limiter('codeDay').take(key) : taken
  if (!ofDay.ok) return ofDay
  const succeeded = async () => {
    await limiter('code').forget(key)
    if (byDay) await limiter('codeDay').giveBack(key)
  }
  return { ok: true, succeeded }
}

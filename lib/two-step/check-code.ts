import { inMinutes } from '@/lib/auth/wait'
import { NOWHERE } from '@/lib/db/reach'
import { inTransaction, type Tx } from '@/lib/db/transaction'
import { logger } from '@/lib/logger'
import { open } from '@/lib/secret-box'
import { judgeStep, readCode, type StepJudged, type TypedCode } from './domain/code'
import { hashRecoveryCode } from './recovery-code'
import { lockTwoStep, type StoredTwoStep, takeRecoveryCode, takeStep } from './store'
import { takeCodeAttempt } from './throttle-store'
import { stepOf } from './totp'
import type { CodeRefusal } from './views'

/** Whose code it is to be, and in which lane he tries; null: in a browser that does not know the account. */
export type CodeHolder = { userId: string; lane: string | null }
/** `by`: which kind it was. */
export type CodeOutcome = { ok: true; by: TypedCode['kind'] } | { ok: false; refusal: CodeRefusal }

const WRONG = { ok: false, refusal: { code: 'codeWrong' } } as const

/** Takes a code, once: of two that come with the same at one instant the second finds it used. */
export async function checkCode(holder: CodeHolder, text: string): Promise<CodeOutcome> {
  const typed = readCode(text)
  if (!typed) return WRONG
  const attempt = await takeCodeAttempt(holder, typed.kind)
  if (!attempt.ok) return { ok: false, refusal: { code: 'codeThrottled', minutes: inMinutes(attempt.retryAfterMs) } }
  const outcome = await inTransaction(NOWHERE, (tx) => takeCode(tx, holder.userId, typed))
  if (outcome.ok) await attempt.succeeded()
  return outcome
}

/** Only of a second step that is on. */
async function takeCode(tx: Tx, userId: string, typed: TypedCode): Promise<CodeOutcome> {
  const stored = await lockTwoStep(tx, userId)
  if (!stored?.confirmed) return WRONG
  if (typed.kind === 'RECOVERY') {
    const taken = await takeRecoveryCode(tx, userId, hashRecoveryCode(typed.code))
    return taken ? { ok: true, by: 'RECOVERY' } : WRONG
  }
  const judged = judgeDigits(stored, userId, typed.digits)
  if (!judged.ok) return { ok: false, refusal: { code: judged.reason === 'used' ? 'codeUsed' : 'codeWrong' } }
  await takeStep(tx, userId, judged.step)
  return { ok: true, by: 'TOTP' }
}

/** What an authenticator's digits come to, by the database's real time. */
export function judgeDigits(stored: StoredTwoStep, userId: string, digits: string): StepJudged {
  const seed = open(stored.sealedSeed, sealContext(userId))
  if (seed === null) {
    logger().error({ user: userId }, 'the seed of a second step does not open: was AFTERDESK_SECRET changed?')
    return { ok: false, reason: 'wrong' }
  }
  return judgeStep(stepOf(seed, digits, stored.now), stored.lastStep)
}

export function sealContext(userId: string): string {
  return `two-step ${userId}`
}

import { encode } from 'uqr'
import { endAllSessions } from '@/lib/account/store'
import { inMinutes } from '@/lib/auth/wait'
import { NOWHERE } from '@/lib/db/reach'
import { inTransaction } from '@/lib/db/transaction'
import { lockPerson } from '@/lib/members/store'
import { seal } from '@/lib/secret-box'
import { type CodeHolder, judgeDigits, sealContext } from './check-code'
import { groupCode, readCode } from './domain/code'
import { hashRecoveryCode, mintRecoveryCodes } from './recovery-code'
import { confirmSeed, lockTwoStep, offerSeed, putRecoveryCodes, removeTwoStep } from './store'
import { takeCodeAttempt } from './throttle-store'
import { newSeed, seedUri } from './totp'
import type { QrPicture, RecoveryCodesMade, TwoStepBegun, TwoStepRefused } from './views'

/** The one way to change somebody's second step. Who may, and by which proof, the callers know. */

/** A seed that counts for nothing yet. `issuer`: what the authenticator is to call us. */
export async function beginTwoStep(
  { userId, email }: { userId: string; email: string },
  issuer: string,
): Promise<TwoStepBegun | TwoStepRefused> {
  const seed = newSeed()
  const offered = await inTransaction(NOWHERE, (tx) => offerSeed(tx, userId, seal(seed, sealContext(userId))))
  if (!offered) return { ok: false, refusal: { code: 'alreadyOn' } }
  return { ok: true, seed, picture: drawQr(seedUri(seed, { issuer, email })) }
}

/** From here on signing in asks for a code; every session ends, also the one that this comes from. */
export async function confirmTwoStep(holder: CodeHolder, text: string): Promise<RecoveryCodesMade | TwoStepRefused> {
  const typed = readCode(text)
  if (typed?.kind !== 'TOTP') return { ok: false, refusal: { code: 'codeWrong' } }
  const attempt = await takeCodeAttempt(holder, 'TOTP')
  if (!attempt.ok) return { ok: false, refusal: { code: 'codeThrottled', minutes: inMinutes(attempt.retryAfterMs) } }
  const { userId } = holder
  const outcome = await inTransaction<RecoveryCodesMade | TwoStepRefused>(NOWHERE, async (tx) => {
    await lockPerson(tx, { userId })
    const stored = await lockTwoStep(tx, userId)
    if (!stored) return { ok: false, refusal: { code: 'notBegun' } }
    if (stored.confirmed) return { ok: false, refusal: { code: 'alreadyOn' } }
    const judged = judgeDigits(stored, userId, typed.digits)
    if (!judged.ok) return { ok: false, refusal: { code: 'codeWrong' } }
    await confirmSeed(tx, userId, judged.step)
    const codes = mintRecoveryCodes()
    await putRecoveryCodes(tx, userId, codes.map(hashRecoveryCode))
    await endAllSessions(tx, userId)
    return { ok: true, recoveryCodes: codes.map(groupCode) }
  })
  if (outcome.ok) await attempt.succeeded()
  return outcome
}

/** New codes to put away; the old ones open nothing any more. */
export async function renewRecoveryCodes(userId: string): Promise<RecoveryCodesMade | TwoStepRefused> {
  const codes = mintRecoveryCodes()
  return inTransaction(NOWHERE, async (tx) => {
    if (!(await lockTwoStep(tx, userId))?.confirmed) return { ok: false, refusal: { code: 'notOn' } }
    await putRecoveryCodes(tx, userId, codes.map(hashRecoveryCode))
    return { ok: true, recoveryCodes: codes.map(groupCode) }
  })
}

/** Every session ends, also the one that this comes from. False: there was none. */
export async function turnOffTwoStep(userId: string): Promise<boolean> {
  return inTransaction(NOWHERE, async (tx) => {
    await lockPerson(tx, { userId })
    const removed = await removeTwoStep(tx, userId)
    if (removed) await endAllSessions(tx, userId)
    return removed
  })
}

function drawQr(text: string): QrPicture {
  const { size, data } = encode(text, { ecc: 'M', border: 2 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return { size, path }
}

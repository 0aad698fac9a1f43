import { Secret, TOTP } from 'otpauth'
import { beginTwoStep, confirmTwoStep } from '@/lib/two-step/change-two-step'
import { database } from '@/tests/support/access'

/** An authenticator with this seed; `ahead`: the code of a later step than now. */
export function codeOf(seed: string, ahead = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(seed) })
  return totp.generate({ timestamp: Date.now() + ahead * 30_000 })
}

/** Somebody's second step is on from here on; `code` has been used up by it. */
export async function turnOn(userId: string): Promise<{ seed: string; code: string; recoveryCodes: string[] }> {
  const begun = await beginTwoStep({ userId, email: `${userId}@shop.example` }, '售后台')
  if (!begun.ok) throw new Error(begun.refusal.code)
  const code = codeOf(begun.seed)
  const confirmed = await confirmTwoStep({ userId, lane: null }, code)
  if (!confirmed.ok) throw new Error(confirmed.refusal.code)
  return { seed: begun.seed, code, recoveryCodes: confirmed.recoveryCodes }
}

/** As if the newest code had been taken long ago: time that a test need not wait for. */
export async function letCodesPass(userId: string): Promise<void> {
  await database.query(`UPDATE "TwoStep" SET "lastStep" = "lastStep" - 100 WHERE "userId" = $1`, [userId])
}

import { describe, expect, test } from 'vitest'
import { database } from '@/tests/support/access'
import { useBrowser } from '@/tests/support/browser'
import { useDatabase } from '@/tests/support/database'
import { hire } from '@/tests/support/staff'
import { codeOf, letCodesPass, turnOn } from '@/tests/support/two-step'
import { beginTwoStep, confirmTwoStep, renewRecoveryCodes, turnOffTwoStep } from './change-two-step'
import { checkCode } from './check-code'
import { isTwoStepOn, readTwoStep } from './queries'
import { CODE_LIMITS } from './throttle-store'

useDatabase()
useBrowser()

const WRONG = { ok: false, refusal: { code: 'codeWrong' } }
const USED = { ok: false, refusal: { code: 'codeUsed' } }

async function arrange() {
  const { userId } = await hire({ 'shop-1': 'MANAGER' })
  const holder = { userId, lane: null }
  return { userId, holder, ...(await turnOn(userId)) }
}

describe('setting it up', () => {
  test('counts once a code has confirmed it, and not before', async () => {
    const { userId, email } = await hire()
    const begun = await beginTwoStep({ userId, email }, '售后台')
    if (!begun.ok) throw new Error(begun.refusal.code)
    expect(await isTwoStepOn(userId)).toBe(false)
    const holder = { userId, lane: null }
    expect(await checkCode(holder, codeOf(begun.seed))).toEqual(WRONG)
    expect(await confirmTwoStep(holder, '000000')).toEqual(WRONG)
    expect(await isTwoStepOn(userId)).toBe(false)
    const confirmed = await confirmTwoStep(holder, codeOf(begun.seed))
    expect(confirmed).toMatchObject({ ok: true })
    expect(await readTwoStep(userId)).toEqual({ on: true, since: expect.any(Number), recoveryLeft: 10 })
    // neither a second seed nor a second confirmation while it is on
    expect(await beginTwoStep({ userId, email }, '售后台')).toEqual({ ok: false, refusal: { code: 'alreadyOn' } })
    expect(await confirmTwoStep(holder, codeOf(begun.seed, 1))).toEqual({ ok: false, refusal: { code: 'alreadyOn' } })
  })

  test('the last seed that was shown is the one that counts', async () => {
    const { userId, email } = await hire()
    const first = await beginTwoStep({ userId, email }, '售后台')
    const second = await beginTwoStep({ userId, email }, '售后台')
    if (!first.ok || !second.ok) throw new Error('not begun')
    expect(await confirmTwoStep({ userId, lane: null }, codeOf(first.seed))).toEqual(WRONG)
    expect(await confirmTwoStep({ userId, lane: null }, codeOf(second.seed))).toMatchObject({ ok: true })
  })

  test('the database holds neither the seed nor a recovery code', async () => {
    const { userId, seed, recoveryCodes } = await arrange()
    const { rows } = await database.query<{ text: string }>(
      `SELECT t."sealedSeed" || string_agg(r."hash", ' ') AS "text" FROM "TwoStep" t JOIN "RecoveryCode" r USING ("userId")
       WHERE t."userId" = $1 GROUP BY t."sealedSeed"`,
      [userId],
    )
    for (const secret of [seed, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll('-', ''))])
      expect(rows[0]?.text).not.toContain(secret)
  })

  test('a seed that is put at somebody else opens nothing there', async () => {
    const mine = await arrange()
    const theirs = await arrange()
    await database.query(
      `UPDATE "TwoStep" SET "sealedSeed" = (SELECT "sealedSeed" FROM "TwoStep" WHERE "userId" = $2) WHERE "userId" = $1`,
      [theirs.userId, mine.userId],
    )
    await letCodesPass(theirs.userId)
    expect(await checkCode(theirs.holder, codeOf(mine.seed))).toEqual(WRONG)
  })
})

describe('a code', () => {
  test('works once, also the one that confirmed', async () => {
    const { userId, holder, seed, code: confirming } = await arrange()
    expect(await checkCode(holder, confirming)).toEqual(USED)
    await letCodesPass(userId)
    const code = codeOf(seed)
    expect(await checkCode(holder, code)).toEqual({ ok: true, by: 'TOTP' })
    expect(await checkCode(holder, code)).toEqual(USED)
    // nor does one that is older than a taken one
    expect(await checkCode(holder, codeOf(seed, -1))).toEqual(USED)
  })

  test('of one that comes many times at once, one is taken', async () => {
    const { userId, holder, seed } = await arrange()
    await letCodesPass(userId)
    const code = codeOf(seed)
    const outcomes = await Promise.all(Array.from({ length: CODE_LIMITS.code.points }, () => checkCode(holder, code)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('of another person is wrong', async () => {
    const mine = await arrange()
    const theirs = await arrange()
    await letCodesPass(mine.userId)
    expect(await checkCode(mine.holder, codeOf(theirs.seed))).toEqual(WRONG)
    expect(await checkCode(mine.holder, theirs.recoveryCodes[0] ?? '')).toEqual(WRONG)
  })

  test.each(['', '12345', 'abc', '1234567', '１２３', "' OR 1=1", 'x'.repeat(1000)])('%j is wrong', async (text) => {
    const { holder } = await arrange()
    expect(await checkCode(holder, text)).toEqual(WRONG)
  })
})

describe('a recovery code', () => {
  test('works once, each, however it is written', async () => {
    const { userId, holder, recoveryCodes } = await arrange()
    expect(new Set(recoveryCodes).size).toBe(10)
    const [first = '', second = ''] = recoveryCodes
    expect(await checkCode(holder, first)).toEqual({ ok: true, by: 'RECOVERY' })
    expect(await checkCode(holder, first)).toEqual(WRONG)
    expect(await checkCode(holder, second.toUpperCase().replaceAll('-', ' '))).toEqual({ ok: true, by: 'RECOVERY' })
    expect(await readTwoStep(userId)).toMatchObject({ recoveryLeft: 8 })
  })

  test('of one that comes many times at once, one is taken', async () => {
    const { holder, recoveryCodes } = await arrange()
    const [first = ''] = recoveryCodes
    const outcomes = await Promise.all(Array.from({ length: CODE_LIMITS.code.points }, () => checkCode(holder, first)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('is no more once there are new ones, or none', async () => {
    const { userId, holder, recoveryCodes } = await arrange()
    const renewed = await renewRecoveryCodes(userId)
    if (!renewed.ok) throw new Error(renewed.refusal.code)
    expect(await checkCode(holder, recoveryCodes[0] ?? '')).toEqual(WRONG)
    expect(await checkCode(holder, renewed.recoveryCodes[0] ?? '')).toMatchObject({ ok: true })
    expect(await turnOffTwoStep(userId)).toBe(true)
    expect(await checkCode(holder, renewed.recoveryCodes[1] ?? '')).toEqual(WRONG)
    expect(await turnOffTwoStep(userId)).toBe(false)
    expect(await renewRecoveryCodes(userId)).toEqual({ ok: false, refusal: { code: 'notOn' } })
  })
})

describe('the throttle', () => {
  test('stops guessing, counts what comes at once, and leaves the owner’s own browser alone', async () => {
    const { userId, seed, recoveryCodes } = await arrange()
    await letCodesPass(userId)
    const stranger = { userId, lane: null }
    const guesses = Array.from({ length: CODE_LIMITS.code.points + 3 }, () => checkCode(stranger, '000000'))
    const refused = (await Promise.all(guesses)).filter((one) => !one.ok && one.refusal.code === 'codeThrottled')
    expect(refused).toHaveLength(3)
    const late = await checkCode(stranger, codeOf(seed))
    expect(late).toEqual({ ok: false, refusal: { code: 'codeThrottled', minutes: expect.any(Number) } })
    // even there, what was put away is let through; and in a browser that he has used before, the code itself
    expect(await checkCode(stranger, recoveryCodes[0] ?? '')).toMatchObject({ ok: true })
    expect(await checkCode({ userId, lane: 'own' }, codeOf(seed))).toMatchObject({ ok: true })
  })

  test('a right code begins the count anew', async () => {
    const { userId, seed } = await arrange()
    const holder = { userId, lane: null }
    for (let round = 0; round < 2; round++) {
      await letCodesPass(userId)
      for (let n = 1; n < CODE_LIMITS.code.points; n++) expect(await checkCode(holder, '000000')).toEqual(WRONG)
      expect(await checkCode(holder, codeOf(seed))).toMatchObject({ ok: true })
    }
  })
})

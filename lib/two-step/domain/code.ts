/** What somebody types as the second step: six digits of his authenticator, or one of the codes he has put away. */
export type TypedCode = { kind: 'TOTP'; digits: string } | { kind: 'RECOVERY'; code: string }

export const RECOVERY_CODES = 10
/** Sixteen of these are 80 bits. None of them is taken for another: no i, l, o and u. */
export const RECOVERY_ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
export const RECOVERY_LENGTH = 16

/** However it is written: in groups, in capitals, in the wide digits of an input method. Null for what is neither. */
export function readCode(text: string): TypedCode | null {
  const bare = text
    .normalize('NFKC')
    .replaceAll(/[\s\-–—_.]/g, '')
    .toLowerCase()
  if (/^\d{6}$/.test(bare)) return { kind: 'TOTP', digits: bare }
  const code = bare.replaceAll('o', '0').replaceAll(/[il]/g, '1')
  const known = code.length === RECOVERY_LENGTH && [...code].every((letter) => RECOVERY_ALPHABET.includes(letter))
  return known ? { kind: 'RECOVERY', code } : null
}

/** In groups of four, as it is shown and written down. */
export function groupCode(code: string): string {
  return code.replaceAll(/.{4}(?=.)/g, '$&-')
}

export type StepJudged = { ok: true; step: number } | { ok: false; reason: 'wrong' | 'used' }

/**
 * RFC 6238 5.2: a code is taken once. `step`: the 30 seconds whose code it is, null for none near now; `lastStep`: the
 * newest that was taken, whatever is not after it opens nothing.
 */
export function judgeStep(step: number | null, lastStep: number | null): StepJudged {
  if (step === null) return { ok: false, reason: 'wrong' }
  return lastStep !== null && step <= lastStep ? { ok: false, reason: 'used' } : { ok: true, step }
}

import { z } from 'zod'

/** Text that people write: trimmed, counted in code points (R0.8), and storable (no NUL, no half characters). */
export function text({ min = 1, max }: { min?: number; max: number }) {
  return (
    z
      .string()
      .refine(isStorable, {
        error: 'contains a NUL character or half of a surrogate pair',
        params: { code: 'invalidText' },
      })
      .transform((value) => value.trim())
      .refine((value) => lengthOf(value) >= min && lengthOf(value) <= max, {
        error: `must have ${min} to ${max} characters`,
        params: { code: 'textLength', min, max },
      })
      // for who reads the schema and not the code
      .meta({ minLength: min, maxLength: max, pattern: patternOf(min) })
  )
}

/** Nothing in it steers a terminal, breaks the line or turns it round. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u

/** A name that people give: it stands on one line of a list, also on that of a terminal. */
export function line({ max }: { max: number }) {
  return text({ max }).refine((name) => !UNPRINTABLE.test(name), {
    error: 'contains a control character',
    params: { code: 'invalidText' },
  })
}

/** A name that systems give: ids, order numbers, codes. */
export function identifier(max = 64) {
  return z.string().regex(new RegExp(`^[A-Za-z0-9][A-Za-z0-9_.:-]{0,${max - 1}}$`), {
    error: `must be 1 to ${max} of the characters A-Z a-z 0-9 _ . : -, beginning with a letter or a digit`,
  })
}

/** What JSON Schema can say of `text`: no NUL, and enough of it once it is trimmed. */
function patternOf(min: number): string {
  if (min === 0) return String.raw`^[^\u0000]*$`
  if (min === 1) return String.raw`^[^\u0000]*\S[^\u0000]*$`
  return String.raw`^[^\u0000]*\S[^\u0000]{${min - 2},}\S[^\u0000]*$`
}

export function lengthOf(value: string): number {
  return [...value].length
}

function isStorable(value: string): boolean {
  return !value.includes('\0') && value.isWellFormed()
}

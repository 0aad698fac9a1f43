import type { Clause } from './clauses'
import type { Refusal } from './refusals'

/** R6.2 A message, in code points. */
export const MESSAGE_TEXT = { min: 1, max: 2000 }

/** R0.8 Lengths count code points after trimming; null when the text has the right one. */
export function findTextFault(
  text: string,
  { min, max }: { min: number; max: number },
  path: string,
  clause: Clause,
): Refusal | null {
  const length = [...text.trim()].length
  return length < min || length > max ? { code: 'textLength', clause, path, min, max } : null
}

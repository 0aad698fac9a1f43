import type { Side } from '@/lib/after-sales/domain/after-sale'
import { SIDES } from '@/lib/after-sales/domain/dispute'

type Parties = { evidence: { readonly [S in Side]: { submissions: readonly unknown[] | number } } }

/** R4.3 Who gave any evidence, as one word of the messages: silence is no loss, but it shows. */
export function gaveOf({ evidence }: Parties): Side | 'both' | 'none' {
  const gave = SIDES.filter((side) => countOf(evidence[side].submissions) > 0)
  const [only] = gave
  if (only === undefined) return 'none'
  return gave.length === SIDES.length ? 'both' : only
}

function countOf(submissions: readonly unknown[] | number): number {
  return typeof submissions === 'number' ? submissions : submissions.length
}

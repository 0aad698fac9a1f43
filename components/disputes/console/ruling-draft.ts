import { LIABILITIES, type Liability, RULING_OUTCOMES, type RulingOutcome } from '@/lib/after-sales/domain/dispute'
import { isServiceType } from '@/lib/after-sales/domain/service'
import type { CaseView } from '@/lib/after-sales/views'
import { parseAmount } from './amount'

/** A ruling in the making. `part`: of the amount; `amount`: which part, as it is written. */
export type RulingDraft = {
  liability: Liability | null
  outcome: RulingOutcome | null
  part: boolean
  amount: string
  rationale: string
}

/** What was kept of it; an empty one where nothing was, or nothing that can be read. */
export function readRulingDraft(kept: string): RulingDraft {
  const from = new URLSearchParams(kept)
  return {
    liability: LIABILITIES.find((one) => one === from.get('liability')) ?? null,
    outcome: RULING_OUTCOMES.find((one) => one === from.get('outcome')) ?? null,
    part: from.has('part'),
    amount: from.get('amount') ?? '',
    rationale: from.get('rationale') ?? '',
  }
}

/** The form to be kept; `''` when nothing is in it. */
export function writeRulingDraft({ part, ...texts }: RulingDraft): string {
  const kept = new URLSearchParams(part ? { part: '' } : {})
  for (const [name, text] of Object.entries(texts)) if (text) kept.set(name, text)
  return kept.toString()
}

/** R4.5 What a refund can be; of a service, which has no amount, it is `named`. */
export type RefundLimit = { mostFen: number; named: boolean }

export function refundLimitOf({ type, refundableFen }: Pick<CaseView, 'type' | 'refundableFen'>): RefundLimit {
  return { mostFen: refundableFen, named: isServiceType(type) }
}

/** What a draft still lacks before it can be a ruling, the first first. */
export type MissingOfDraft = 'liability' | 'outcome' | 'amount' | 'rationale' | 'rationaleLong'

/**
 * `mostFen`: what a refund can give at most; `named`: its amount has to be named, there is no whole. `limits` of the rationale,
 * in code points.
 */
export function missingOf(
  draft: RulingDraft,
  { mostFen, named }: RefundLimit,
  limits: { min: number; max: number },
): MissingOfDraft | null {
  if (draft.liability === null) return 'liability'
  if (draft.outcome === null) return 'outcome'
  if (draft.outcome === 'REFUND' && (named || draft.part) && parseAmount(draft.amount, mostFen).fault) return 'amount'
  const length = lengthOf(draft.rationale)
  if (length < limits.min) return 'rationale'
  return length > limits.max ? 'rationaleLong' : null
}

/** Of the refund, in fen: null for the whole, for another outcome, and while it makes no sense. */
export function partFenOf({ outcome, part, amount }: RulingDraft, { mostFen, named }: RefundLimit): number | null {
  return outcome === 'REFUND' && (named || part) ? parseAmount(amount, mostFen).fen : null
}

/** R0.8 In code points, without blanks at the ends. */
export function lengthOf(text: string): number {
  return [...text.trim()].length
}

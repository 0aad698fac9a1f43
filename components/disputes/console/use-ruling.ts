'use client'

import { useTranslations } from 'next-intl'
import { useDraft } from '@/components/after-sales/case/use-draft'
import { policyOf } from '@/lib/after-sales/domain/policy'
import { formatFen } from '@/lib/money'
import {
  lengthOf,
  type MissingOfDraft,
  missingOf,
  partFenOf,
  type RefundLimit,
  type RulingDraft,
  readRulingDraft,
  refundLimitOf,
  writeRulingDraft,
} from './ruling-draft'
import type { DisputeDesk } from './use-dispute-desk'

/** Where a ruling in the making is kept until it is made. */
export const rulingKey = (no: string) => `ruling:${no}`

/** Why it cannot be made: the draft's own fault, or what lies outside it. */
export type MissingOfRuling = MissingOfDraft | 'connection' | 'evidence' | 'claim'

export type RulingForm = {
  draft: RulingDraft
  change: (change: Partial<RulingDraft>) => void
  /** Of the refund, in fen; null for the whole. */
  partFen: number | null
  limit: RefundLimit
  /** Of the rationale, in code points. */
  length: number
  limits: { min: number; max: number }
  missing: MissingOfRuling | null
  send: () => void
}

/** A ruling in the making; it is kept per dispute. Whoever begins one has claimed the dispute, if nobody else has. */
export function useRuling(desk: DisputeDesk): RulingForm {
  const t = useTranslations('console')
  const { view, dispute, me } = desk
  const [kept, keep] = useDraft(rulingKey(view.no))
  const draft = readRulingDraft(kept)
  const limits = policyOf(view.policyVersion).supportText
  const limit = refundLimitOf(view)
  const partFen = partFenOf(draft, limit)
  const missing = missingAround(desk) ?? missingOf(draft, limit, limits)
  const { liability, outcome } = draft
  return {
    draft,
    change: (change) => {
      keep(writeRulingDraft({ ...draft, ...change }))
      if (dispute.claim === null && dispute.stage === 'UNDER_REVIEW' && !desk.claiming) desk.claim(false)
    },
    partFen,
    limit,
    length: lengthOf(draft.rationale),
    limits,
    missing,
    send: () => {
      if (missing !== null || desk.busy || !liability || !outcome) return
      const rationale = draft.rationale.trim()
      const amount = formatFen(partFen ?? view.amountFen, view.currency)
      const done = t(`done.${outcome}`, { amount, buyer: view.buyer.name })
      desk.rule(
        { type: 'ruleDispute', liability, outcome, rationale, ...(partFen !== null && { amountFen: partFen }) },
        done,
        () => keep(''),
      )
    },
  }

  function missingAround({ offline }: DisputeDesk): MissingOfRuling | null {
    if (offline) return 'connection'
    if (!view.available.includes('ruleDispute')) return 'evidence'
    return dispute.claim !== null && dispute.claim.userId !== me ? 'claim' : null
  }
}

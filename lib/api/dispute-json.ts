import type { z } from 'zod'
import type { Dispute, EvidenceClock } from '@/lib/after-sales/domain/dispute'
import type { CaseFacts } from '@/lib/after-sales/facts-queries'
import type { disputeSchema } from './dispute-schema'
import { iso } from './iso'

/** R4 The dispute of a case as the API shows it, to both sides alike; null when there never was one. */
export function toDisputeJson({ state, dispute: facts }: CaseFacts): z.output<typeof disputeSchema> | null {
  const { dispute } = state
  if (!dispute || !facts) return null
  const { openedBy, reason, statement, openedAt, stage, from, evidence } = dispute
  return {
    openedBy,
    reason,
    statement,
    attachments: facts.attachments,
    openedAt: iso(openedAt),
    stage,
    from,
    evidence: { MERCHANT: toClockJson(evidence.MERCHANT), BUYER: toClockJson(evidence.BUYER) },
    submissions: facts.submissions.map((one) => ({ ...one, at: iso(one.at) })),
    requests: facts.requests.map((one) => ({ ...one, dueAt: iso(one.dueAt), at: iso(one.at) })),
    ruling: toRulingJson(dispute),
  }
}

function toClockJson({ dueAt, done, open }: EvidenceClock) {
  return { dueAt: iso(dueAt), done, open }
}

function toRulingJson({ ruling }: Dispute) {
  return ruling && { ...ruling, at: iso(ruling.at) }
}

import { z } from 'zod'
import { STATUSES } from '@/lib/after-sales/domain/after-sale'
import { DISPUTE_REASONS, DISPUTE_STAGES, LIABILITIES, RULING_OUTCOMES, SIDES } from '@/lib/after-sales/domain/dispute'
import { attachment, fen, instant } from './schema-parts'

/** R4 The dispute of a case, as the API answers. */

const side = z.enum(SIDES).meta({ id: 'Side' })

const evidence = z
  .strictObject({
    dueAt: instant.meta({ description: 'Evidence at exactly this instant is in time (R0.2)' }),
    done: z.boolean().meta({ description: 'The side said that this was all' }),
    open: z.boolean().meta({ description: 'The side may give evidence now' }),
  })
  .meta({ id: 'EvidenceTime', description: 'One side’s time for evidence (R4.3)' })

const submission = z
  .strictObject({ id: z.string(), side, text: z.string().nullable(), attachments: z.array(attachment), at: instant })
  .meta({ id: 'Evidence', description: 'What a side gave at once' })

const request = z
  .strictObject({ from: z.array(side).min(1), note: z.string(), dueAt: instant, at: instant })
  .meta({ id: 'EvidenceRequest', description: 'What support asked for besides (R4.4)' })

const ruling = z
  .strictObject({
    liability: z.enum(LIABILITIES),
    outcome: z.enum(RULING_OUTCOMES),
    amountFen: fen.nullable().meta({ description: 'Of the outcome `REFUND`' }),
    rationale: z.string(),
    at: instant,
  })
  .meta({ id: 'Ruling', description: 'R4.5' })

export const disputeSchema = z
  .strictObject({
    openedBy: side,
    reason: z.enum(DISPUTE_REASONS),
    statement: z.string(),
    attachments: z.array(attachment).meta({ description: 'What came with the statement' }),
    openedAt: instant,
    stage: z.enum(DISPUTE_STAGES),
    from: z.enum(STATUSES).meta({ description: 'The status that it interrupted' }),
    evidence: z.strictObject({ MERCHANT: evidence, BUYER: evidence }),
    submissions: z.array(submission).meta({ description: 'Of both sides, oldest first' }),
    requests: z.array(request).meta({ description: 'Oldest first' }),
    ruling: ruling.nullable(),
  })
  .meta({ id: 'Dispute', description: 'The one dispute of a case, also when it is over (R4.1)' })

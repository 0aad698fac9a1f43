import { z } from 'zod'
import {
  ACTOR_ROLES,
  AFTER_SALE_TYPES,
  APPLICATION_REASONS,
  CLOSE_REASONS,
  DEADLINE_KINDS,
  REFUND_ORIGINS,
  REJECTION_REASONS,
  STATUSES,
  WAITING_PARTIES,
} from '@/lib/after-sales/domain/after-sale'
import { CLAUSES } from '@/lib/after-sales/domain/clauses'
import { fen, instant } from './schema-parts'

/** A case and what belongs to it, as the API answers. */

const clause = z.enum(CLAUSES).meta({ id: 'Clause', description: 'A clause of the after-sales rules' })

const line = z.strictObject({ lineNo: z.int().min(1), quantity: z.int().min(1), amountFen: fen })

const deadline = z
  .strictObject({
    kind: z.enum(DEADLINE_KINDS),
    dueAt: instant.nullable().meta({ description: 'Acting at exactly this instant is in time (R0.2)' }),
    frozen: z.boolean(),
    remainingMs: z.int().min(0),
    onExpiry: z
      .strictObject({
        outcome: z.enum(['REFUND', 'APPROVE_RETURN', 'CLOSE']),
        amountFen: fen.nullable(),
        clause,
        text: z.string().meta({ description: 'The same in one sentence, in the language of Accept-Language' }),
      })
      .nullable()
      .meta({ description: 'What happens if nobody acts' }),
  })
  .meta({ id: 'Deadline' })

const refund = z.strictObject({
  no: z.string(),
  origin: z.enum(REFUND_ORIGINS),
  amountFen: fen,
  status: z.enum(['PENDING', 'SUCCEEDED', 'FAILED', 'STUCK']),
  attempts: z.int().min(0),
})

export const afterSaleSchema = z
  .strictObject({
    no: z.string(),
    shopId: z.string(),
    orderNo: z.string(),
    buyer: z.strictObject({ id: z.string(), name: z.string() }),
    type: z.enum(AFTER_SALE_TYPES),
    status: z.enum(STATUSES),
    version: z.int().min(1).meta({ description: 'Send it with an act to be refused when somebody decided meanwhile' }),
    attempt: z.int().min(1),
    previousNo: z.string().nullable(),
    nextNo: z.string().nullable(),
    amountFen: fen,
    currency: z.string(),
    reason: z.enum(APPLICATION_REASONS),
    description: z.string().nullable(),
    lines: z.array(line),
    waitingOn: z.enum(WAITING_PARTIES).nullable(),
    rejection: z.strictObject({ reasonCode: z.enum(REJECTION_REASONS), text: z.string(), at: instant }).nullable(),
    returnAddress: z
      .strictObject({
        id: z.string(),
        name: z.string(),
        phone: z.string(),
        region: z.string(),
        detail: z.string(),
      })
      .nullable(),
    returnShipment: z.strictObject({ carrier: z.string(), trackingNo: z.string(), submittedAt: instant }).nullable(),
    deadline: deadline.nullable(),
    availableActions: z
      .array(z.string())
      .meta({ description: 'Paths of the acts that the side of the key can do now' }),
    blockedActions: z
      .array(z.strictObject({ action: z.string(), code: z.string() }))
      .meta({ description: 'Acts that fit the status but lack a condition, with the code of the refusal' }),
    contact: z.strictObject({ aware: z.boolean(), lastAt: instant.nullable(), lastId: z.string().nullable() }),
    refund: refund.nullable(),
    dispute: z.null(),
    service: z.null(),
    policyVersion: z.string(),
    openedAt: instant,
    updatedAt: instant,
    closedAt: instant.nullable(),
    closeReason: z.enum(CLOSE_REASONS).nullable(),
  })
  .meta({ id: 'AfterSale' })

export const eventSchema = z
  .strictObject({
    seq: z.int().min(1),
    type: z.string(),
    actor: z.strictObject({ role: z.enum(ACTOR_ROLES), id: z.string().nullable() }),
    clause: clause.nullable(),
    effectiveAt: instant.meta({ description: 'When it holds from; of an expiry, its deadline (R0.4)' }),
    recordedAt: instant,
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Event' })

export const messageSchema = z
  .strictObject({
    id: z.string(),
    side: z.enum(['BUYER', 'MERCHANT']).meta({ description: 'Who wrote it' }),
    text: z.string(),
    sentAt: instant,
    readAt: instant.nullable().meta({ description: 'When the other side had read it' }),
  })
  .meta({ id: 'Message' })

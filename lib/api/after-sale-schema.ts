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
import { ACT_PATHS } from './acts'
import { disputeSchema } from './dispute-schema'
import { EVENT_TYPES, EVENTS_IN_WORDS } from './event-types'
import { REFUSAL_CODES } from './problem-codes'
import { attachment, fen, instant } from './schema-parts'
import { serviceSchema } from './service-schema'

/** A case and what belongs to it, as the API answers. */

const clause = z.enum(CLAUSES).meta({ id: 'Clause', description: 'A clause of the after-sales rules' })

const action = z.enum(ACT_PATHS).meta({ id: 'ActPath', description: 'The path of an act below `/after-sales/{no}/`' })

const line = z.strictObject({
  lineNo: z.int().min(1),
  quantity: z.int().min(1),
  amountFen: fen.meta({ description: '0 of a service (R3.2)' }),
})

const deadline = z
  .strictObject({
    kind: z.enum(DEADLINE_KINDS),
    dueAt: instant.nullable().meta({
      description:
        'Acting at exactly this instant is in time (R0.2); null while it is frozen. That of a target may have passed',
    }),
    frozen: z.boolean().meta({ description: 'In a dispute the clock stands; `remainingMs` is left of it (R4.2)' }),
    remainingMs: z.int().min(0).meta({ description: 'When this was written; 0 of a target that is missed (R3.4)' }),
    onExpiry: z
      .strictObject({
        outcome: z.enum(['REFUND', 'APPROVE_RETURN', 'CLOSE', 'COMPLETE']),
        amountFen: fen.nullable(),
        clause,
        text: z.string().meta({ description: 'The same in one sentence, in the language of Accept-Language' }),
      })
      .nullable()
      .meta({
        description:
          'What happens if nobody acts; null where nothing does: while it is frozen, and of a mere target (`SERVICE_ANSWER`)',
      }),
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
    attempt: z.int().min(1).meta({ description: 'Counts the applications on after rejections (R1.4)' }),
    previousNo: z
      .string()
      .nullable()
      .meta({ description: 'The rejected case before it, or the return that a service was agreed on in (R1.4, R3.1)' }),
    nextNo: z
      .string()
      .nullable()
      .meta({ description: 'The case that followed its rejection, or the service that took its place' }),
    amountFen: fen.meta({ description: '0 of a service (R3.2)' }),
    currency: z.string(),
    reason: z.enum(APPLICATION_REASONS),
    description: z.string().nullable(),
    attachments: z.array(attachment).meta({ description: 'What was sent with the application' }),
    lines: z.array(line),
    waitingOn: z.enum(WAITING_PARTIES).nullable().meta({ description: 'Null once it is over' }),
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
    availableActions: z.array(action).meta({
      description: 'Paths of the acts that the side of the key can do now; a platform key reads as its buyer',
    }),
    blockedActions: z
      .array(z.strictObject({ action, code: z.enum(REFUSAL_CODES) }))
      .meta({ description: 'Acts that fit the status but lack a condition, with the code of the refusal' }),
    contact: z.strictObject({
      aware: z.boolean().meta({ description: 'The buyer has been talked to: a rejection is possible (R1.3)' }),
      lastAt: instant.nullable(),
      lastId: z.string().nullable(),
    }),
    refund: refund.nullable(),
    dispute: disputeSchema.nullable(),
    service: serviceSchema.nullable(),
    policyVersion: z.string().meta({ description: 'The numbers of the rules under which it was opened' }),
    openedAt: instant,
    updatedAt: instant,
    closedAt: instant.nullable(),
    closeReason: z.enum(CLOSE_REASONS).nullable(),
  })
  .meta({ id: 'AfterSale' })

export const eventSchema = z
  .strictObject({
    seq: z.int().min(1),
    type: z.enum(EVENT_TYPES).meta({ description: EVENTS_IN_WORDS }),
    actor: z.strictObject({ role: z.enum(ACTOR_ROLES), id: z.string().nullable() }),
    clause: clause.nullable(),
    effectiveAt: instant.meta({ description: 'When it holds from; of an expiry, its deadline (R0.4)' }),
    recordedAt: instant,
    data: z.record(z.string(), z.unknown()).meta({ description: 'What belongs to this type' }),
  })
  .meta({ id: 'Event' })

export const messageSchema = z
  .strictObject({
    id: z.string(),
    side: z.enum(['BUYER', 'MERCHANT']).meta({ description: 'Who wrote it' }),
    text: z.string(),
    attachments: z.array(attachment),
    sentAt: instant,
    readAt: instant.nullable().meta({ description: 'When the other side had read it' }),
  })
  .meta({ id: 'Message' })

import { z } from 'zod'
import { DEADLINE_KINDS, STATUSES } from '@/lib/after-sales/domain/after-sale'
import { CLAUSES } from '@/lib/after-sales/domain/clauses'
import { SIDES } from '@/lib/after-sales/domain/dispute'
import { RECORDED_STEPS } from '@/lib/after-sales/domain/service'
import { PROBLEMS, type ProblemCode } from '@/lib/api/problem-codes'
import { fen, instant } from '@/lib/api/schema-parts'

/** RFC 9457 as `problem()` writes it, with every member that belongs to one code alone. */
const CODES = Object.keys(PROBLEMS) as ProblemCode[]

const fieldError = z
  .strictObject({
    path: z.string().max(200).meta({
      description: 'Dotted, as in `lines.0.amountFen`; a parameter’s or a header’s name; empty for the body itself',
    }),
    code: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
    message: z.string().min(1),
  })
  .meta({ id: 'FieldError', description: 'One fault of what was sent' })

export const problemSchema = z
  .strictObject({
    type: z.string().regex(/^urn:afterdesk:problem:[A-Za-z]+$/),
    title: z.string().min(1),
    status: z.int().min(400).max(599),
    code: z.enum(CODES).meta({ description: 'What a program goes by; closed, though later versions may add to it' }),
    detail: z.string().meta({ description: 'In English, for developers' }),
    clause: z.enum(CLAUSES).optional().meta({ description: 'The clause of the rules that a refusal stands on' }),
    errors: z.array(fieldError).min(1).max(100).optional().meta({ description: 'With 422: every fault by its path' }),
    caseStatus: z.enum(STATUSES).optional().meta({ description: '`notAllowedInStatus`, `deadlinePassed`' }),
    deadline: z.enum(DEADLINE_KINDS).optional().meta({ description: '`deadlinePassed`: which' }),
    steps: z
      .array(z.enum(RECORDED_STEPS))
      .optional()
      .meta({ description: '`notAllowedInStatus` of a service: what can be recorded next' }),
    version: z.int().min(1).optional().meta({ description: '`versionConflict`: the present one' }),
    missing: z.enum(['NO_CONTACT', 'MESSAGE_UNREAD', 'NOT_REACHED', 'AGREEMENT']).optional().meta({
      description: '`contactRequired`: what keeps the contact from counting; `AGREEMENT`: one since the proposal',
    }),
    since: instant.nullable().optional().meta({ description: '`contactRequired`: since when' }),
    no: z.string().optional().meta({ description: '`openCaseExists`, `disputeFinal`: the case that is in the way' }),
    lineNo: z
      .int()
      .min(1)
      .optional()
      .meta({ description: '`openCaseExists`, `refundExceedsPaid`, `afterSalesPeriodOver`: the order line' }),
    leftFen: fen.optional().meta({ description: '`refundExceedsPaid`: what is left to refund' }),
    until: instant
      .optional()
      .meta({ description: '`disputePeriodOver`, `afterSalesPeriodOver`: until when it was possible' }),
    side: z.enum(SIDES).optional().meta({ description: '`evidenceClosed`: whose' }),
    dueAt: instant.nullable().optional().meta({ description: '`evidenceClosed`, `evidenceOpen`: until when' }),
    requestId: z.string().optional().meta({ description: '`internalError`: the id it was logged under' }),
  })
  .meta({ id: 'Problem', description: 'The one form of every no (RFC 9457)' })

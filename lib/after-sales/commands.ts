import { z } from 'zod'
import { MAX_FEN } from '@/lib/money'
import { identifier, text } from '@/lib/text'
import {
  APPLICATION_REASONS,
  CONTACT_CHANNELS,
  CONTACT_OUTCOMES,
  REFUND_TYPES,
  REJECTION_REASONS,
} from './domain/after-sale'
import type { Application, CommandOf, CommandType } from './domain/commands'
import { DISPUTE_REASONS, LIABILITIES, RULING_OUTCOMES, SIDES } from './domain/dispute'
import { CURRENT_POLICY } from './domain/policy'
import { EXCHANGE_KINDS, RECORDED_STEPS, SERVICE_TYPES } from './domain/service'
import { MESSAGE_TEXT } from './domain/text'

/** R4.3 Files that were sent before, each once. */
const attachmentIds = z
  .array(identifier())
  .max(CURRENT_POLICY.attachmentsPerSubmission)
  .superRefine((ids, { addIssue }) => {
    for (const [index, id] of ids.entries())
      if (ids.indexOf(id) < index)
        addIssue({
          code: 'custom',
          path: [index],
          message: 'is named more than once',
          params: { code: 'attachmentRepeated' },
        })
  })
  .meta({ uniqueItems: true, description: 'Files that were sent before' })
  .optional()

/** One schema per command, shared by form, action and API. What they cannot know (states, amounts left) `decide` judges. */

const appliedLine = z.strictObject({
  lineNo: z.int().min(1).max(100_000),
  quantity: z.int().min(1).max(1_000_000),
})
const appliedFor = {
  reason: z.enum(APPLICATION_REASONS),
  description: text({ min: 0, max: 2000 }).optional(),
  attachmentIds,
}

/** R3.2 What refunds names an amount for every line, what is served names none. */
export const applicationSchema = z.discriminatedUnion('type', [
  z.strictObject({
    orderNo: identifier(),
    type: z.enum(REFUND_TYPES),
    lines: z
      .array(appliedLine.extend({ amountFen: z.int().min(1).max(MAX_FEN) }))
      .min(1)
      .max(100),
    ...appliedFor,
  }),
  z.strictObject({
    orderNo: identifier(),
    type: z.enum(SERVICE_TYPES),
    lines: z.array(appliedLine).min(1).max(100),
    ...appliedFor,
  }),
]) satisfies z.ZodType<Application>

/** The body of each act, without its `type`. */
export const commandSchemas = {
  approve: z.strictObject({ returnAddressId: identifier().optional() }),
  // R1.3 a fault of what was sent is told before anything of the case; `decide` holds to the case's own policy
  reject: z.strictObject({ reasonCode: z.enum(REJECTION_REASONS), text: text(CURRENT_POLICY.rejectionText) }),
  confirmReceipt: z.strictObject({ note: text({ min: 0, max: 1000 }).optional(), attachmentIds }),
  submitReturnShipment: z.strictObject({ carrier: text({ max: 64 }), trackingNo: identifier() }),
  withdraw: z.strictObject({}),
  sendMessage: z.strictObject({ text: text(MESSAGE_TEXT), attachmentIds }),
  readMessages: z.strictObject({}),
  logContact: z
    .strictObject({
      channel: z.enum(CONTACT_CHANNELS),
      outcome: z.enum(CONTACT_OUTCOMES),
      note: text({ min: 0, max: 1000 }),
    })
    .refine(({ outcome, note }) => outcome === 'NO_ANSWER' || note !== '', {
      path: ['note'],
      error: 'must say what was said when the buyer was reached',
      params: { code: 'contactNoteRequired' },
    }),
  proposeService: z.strictObject({ kind: z.enum(EXCHANGE_KINDS), note: text(CURRENT_POLICY.proposalNote) }),
  answerProposal: z.strictObject({ accept: z.boolean(), contactId: identifier().optional() }),
  recordServiceStep: z.strictObject({
    step: z.enum(RECORDED_STEPS),
    note: text({ min: 0, ...CURRENT_POLICY.serviceNote }).optional(),
    carrier: text({ max: 64 }).optional(),
    trackingNo: identifier().optional(),
  }),
  openDispute: z.strictObject({
    reason: z.enum(DISPUTE_REASONS),
    statement: text(CURRENT_POLICY.disputeStatement),
    attachmentIds,
  }),
  submitEvidence: z.strictObject({
    text: text({ min: 0, ...CURRENT_POLICY.evidenceText }).optional(),
    attachmentIds,
    done: z.boolean().optional(),
  }),
  requestEvidence: z.strictObject({
    from: z.array(z.enum(SIDES)).min(1).max(SIDES.length),
    dueInHours: z.int().min(CURRENT_POLICY.evidenceRequestHours.min).max(CURRENT_POLICY.evidenceRequestHours.max),
    note: text(CURRENT_POLICY.supportText),
  }),
  withdrawDispute: z.strictObject({}),
  concedeDispute: z.strictObject({}),
  ruleDispute: z.strictObject({
    liability: z.enum(LIABILITIES),
    outcome: z.enum(RULING_OUTCOMES),
    amountFen: z.int().min(1).max(MAX_FEN).optional(),
    rationale: text(CURRENT_POLICY.supportText),
  }),
  retryRefund: z.strictObject({}),
} satisfies {
  [T in Exclude<CommandType, 'recordRefundSuccess' | 'recordRefundStuck'>]: z.ZodType<Omit<CommandOf<T>, 'type'>>
}

/** What people and systems outside can send; the rest the gateway's answers lead to. */
export type OutsideCommandType = keyof typeof commandSchemas
/** What a caller saw last; a stale one is refused with `versionConflict`. */
export const versionSchema = z.int().min(1).max(2_147_483_647).optional()

/** A point in time: milliseconds since 1970-01-01 UTC, as the database's clock gave it (R0.1). */
export type Instant = number

const HOUR = 60 * 60 * 1000
/** R0.2 A day is exactly 24 h. */
const DAY = 24 * HOUR

/** R0.6 Every number of the rules. Durations in ms, lengths in code points. */
export type Policy = {
  version: string
  /** R1.1, R2.1 the merchant's time to decide */
  reviewMs: number
  /** R2.2 the buyer's time to hand in a waybill */
  returnMs: number
  /** R2.3 the merchant's time to confirm receipt, from the waybill's submission */
  receiptMs: number
  /** R5.2 what is refunded at once: paid so short a time ago, and an order of less than so much */
  instantRefund: { paidWithinMs: number; totalBelowFen: number }
  /** R3.2 the after-sales periods from delivery, where the platform names no day **(assumed)** */
  exchangeMs: number
  repairMs: number
  /** R3.3 the buyer's time to object to a service that is performed **(assumed)** */
  serviceConfirmMs: number
  /** R3.4 until when a first answer is owed **(assumed)**; a target, nothing fires */
  serviceAnswerMs: number
  /** R3.1 what is proposed instead of a return */
  proposalNote: { min: number; max: number }
  /** R3.3 what is noted of a step */
  serviceNote: { max: number }
  /** How long before its end a limit that is longer than that is told to come soon **(assumed)**; longest first */
  soonMs: readonly number[]
  /** R1.3 the text of a rejection */
  rejectionText: { min: number; max: number }
  /** R4.1 how long after a rejection the buyer may ask the platform to step in **(assumed)** */
  disputeAfterRejectionMs: number
  /** R4.1 what the opener of a dispute says */
  disputeStatement: { min: number; max: number }
  /** R4.3 each side's time for evidence **(assumed)** */
  evidenceMs: number
  /** R4.3 the text of one submission */
  evidenceText: { max: number }
  /** R4.4 the time that support may give for more **(assumed)** */
  evidenceRequestHours: { min: number; max: number }
  /** R4.4 what support asks for; R4.5 why it rules so */
  supportText: { min: number; max: number }
  /** R4.3 the files of one submission */
  attachmentsPerSubmission: number
}

const KUAISHOU_2021_03_25: Policy = {
  version: 'kuaishou-2021-03-25',
  reviewMs: 48 * HOUR,
  returnMs: 10 * DAY,
  receiptMs: 10 * DAY,
  instantRefund: { paidWithinMs: 6 * HOUR, totalBelowFen: 30_000 },
  exchangeMs: 15 * DAY,
  repairMs: 365 * DAY,
  serviceConfirmMs: 10 * DAY,
  serviceAnswerMs: 48 * HOUR,
  proposalNote: { min: 1, max: 500 },
  serviceNote: { max: 500 },
  soonMs: [24 * HOUR, 6 * HOUR, HOUR],
  rejectionText: { min: 10, max: 500 },
  disputeAfterRejectionMs: 7 * DAY,
  disputeStatement: { min: 1, max: 500 },
  evidenceMs: 48 * HOUR,
  evidenceText: { max: 500 },
  evidenceRequestHours: { min: 1, max: 240 },
  supportText: { min: 1, max: 500 },
  attachmentsPerSubmission: 6,
}

/** The policy under which a new case is opened. */
export const CURRENT_POLICY = KUAISHOU_2021_03_25

const POLICIES: ReadonlyMap<string, Policy> = new Map([[KUAISHOU_2021_03_25.version, KUAISHOU_2021_03_25]])

/** The widest that any policy is with what is refunded at once: what lies beyond fits none. */
export function widestInstantRefund(): Policy['instantRefund'] {
  const limits = [...POLICIES.values()].map(({ instantRefund }) => instantRefund)
  return {
    paidWithinMs: Math.max(...limits.map(({ paidWithinMs }) => paidWithinMs)),
    totalBelowFen: Math.max(...limits.map(({ totalBelowFen }) => totalBelowFen)),
  }
}

/** R0.6 The policy a case was opened under; throws for a version this build does not know. */
export function policyOf(version: string): Policy {
  const policy = POLICIES.get(version)
  if (!policy) throw new Error(`unknown policy version ${version}`)
  return policy
}

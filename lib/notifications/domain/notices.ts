/** What the desk tells people of, and whom: the members of the case's shop, or the platform's support. */

export const NOTICE_KINDS = {
  MERCHANT: [
    'CASE_OPENED',
    'DEADLINE_SOON',
    'BUYER_ANSWERED',
    'PROPOSAL_ANSWERED',
    'ORDER_SHIPPED',
    'DISPUTE_OPENED',
    'EVIDENCE_ASKED',
    'DISPUTE_RULED',
  ],
  SUPPORT: ['DISPUTE_READY'],
} as const
export type Audience = keyof typeof NOTICE_KINDS
export type NoticeKind = (typeof NOTICE_KINDS)[Audience][number]

/** What comes by e-mail to who has chosen nothing: it is rare, it costs money, and its clock runs at once. */
export const MAILED_BY_DEFAULT: readonly NoticeKind[] = ['DISPUTE_OPENED', 'EVIDENCE_ASKED']

/** An event as far as it matters here. */
export type Happened = { type: keyof typeof TOLD; actor: { role: string }; data: Readonly<Record<string, unknown>> }
/** The case after all its events: whether a dispute waits for its ruling, and whether it was refunded at once. */
type After = { underReview: boolean; refundedInstantly: boolean }
type Rule = { audience: Audience; kind: NoticeKind; when?: (data: Happened['data'], after: After) => boolean }

const NOTHING = null
const OWN_CLOCKS: readonly unknown[] = ['REVIEW', 'RECEIPT', 'SERVICE_ANSWER']
const answered: Rule = { audience: 'MERCHANT', kind: 'PROPOSAL_ANSWERED' }
const evidenceEnds: Rule = { audience: 'SUPPORT', kind: 'DISPUTE_READY', when: (_, { underReview }) => underReview }

/**
 * The caller holds the table against the events that there are: a new one does not compile before it has a line here.
 */
export const TOLD = {
  // R3.1 what took a return's place is the buyer's answer, and the case to go on with
  Applied: [
    {
      audience: 'MERCHANT',
      kind: 'CASE_OPENED',
      // R5.2 what is refunded already asks nobody for anything
      when: ({ originalNo }, { refundedInstantly }) => originalNo === undefined && !refundedInstantly,
    },
    { ...answered, when: ({ originalNo }) => originalNo !== undefined },
  ],
  InstantRefundJudged: NOTHING,
  Approved: NOTHING,
  ReviewExpired: NOTHING,
  Rejected: NOTHING,
  ReturnShipmentSubmitted: NOTHING,
  ReturnShipmentCorrected: NOTHING,
  ReturnExpired: NOTHING,
  ReceiptConfirmed: NOTHING,
  ReceiptExpired: NOTHING,
  Withdrawn: NOTHING,
  ServiceProposed: NOTHING,
  // the case that it opens says it
  ServiceAgreed: NOTHING,
  ServiceRefused: answered,
  ServiceStepRecorded: NOTHING,
  ServiceConfirmed: NOTHING,
  ServiceExpired: NOTHING,
  DisputeOpened: { audience: 'MERCHANT', kind: 'DISPUTE_OPENED' },
  EvidenceSubmitted: NOTHING,
  EvidenceDone: evidenceEnds,
  EvidenceExpired: evidenceEnds,
  EvidenceRequested: { audience: 'MERCHANT', kind: 'EVIDENCE_ASKED', when: ({ sides }) => includes(sides, 'MERCHANT') },
  DisputeWithdrawn: NOTHING,
  DisputeConceded: NOTHING,
  DisputeRuled: { audience: 'MERCHANT', kind: 'DISPUTE_RULED' },
  // the shop's own clocks only: what runs against the buyer is not its worry
  DeadlineSoon: {
    audience: 'MERCHANT',
    kind: 'DEADLINE_SOON',
    when: ({ kind, side }) => OWN_CLOCKS.includes(kind) || (kind === 'EVIDENCE' && side === 'MERCHANT'),
  },
  MessageSent: { audience: 'MERCHANT', kind: 'BUYER_ANSWERED', when: ({ side }) => side === 'BUYER' },
  MessagesRead: NOTHING,
  ContactLogged: NOTHING,
  RefundOrdered: NOTHING,
  RefundSucceeded: NOTHING,
  RefundStuck: NOTHING,
  RefundRetried: NOTHING,
} as const satisfies Record<string, Rule | readonly Rule[] | null>

/**
 * What the events of one decision tell, each by the place of its event. Nobody is told of what his own side did, nor of
 * the same thing twice: of several reminders that an outage held up, the last.
 */
export function noticesOf(
  events: readonly Happened[],
  after: After,
): { audience: Audience; kind: NoticeKind; index: number }[] {
  const told = new Map<NoticeKind, { audience: Audience; kind: NoticeKind; index: number }>()
  events.forEach(({ type, actor, data }, index) => {
    const rules: Rule | readonly Rule[] | null = TOLD[type]
    for (const { audience, kind, when } of rules === null ? [] : [rules].flat())
      if (audienceOf(actor.role) !== audience && when?.(data, after) !== false)
        told.set(kind, { audience, kind, index })
  })
  return [...told.values()].sort((a, b) => a.index - b.index)
}

function audienceOf(role: string): Audience | null {
  if (role === 'SUPPORT') return 'SUPPORT'
  return role === 'AGENT' || role === 'MANAGER' ? 'MERCHANT' : null
}

function includes(sides: unknown, side: string): boolean {
  return Array.isArray(sides) && sides.includes(side)
}

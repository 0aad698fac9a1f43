/** What a run must never end with, by what it breaks. */
export const FINDING_KINDS = [
  'caseLost',
  'caseTwice',
  'answerBroken',
  'overdue',
  'logGap',
  'rowDiffers',
  'clockShortened',
  'clockMoved',
  'decidedLate',
  'refundUnpaid',
  'refundTwice',
  'booksDiffer',
  'webhookMissing',
  'webhookOutOfOrder',
  'webhookUntold',
  'jobLost',
  'notQuiet',
  'processDied',
] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

/** `subject`: the case, refund or endpoint that it is about. */
export type Finding = { kind: FindingKind; subject: string; text: string }

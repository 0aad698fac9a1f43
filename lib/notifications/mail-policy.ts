import type { BackOff } from '@/lib/back-off'
import { env } from '@/lib/env'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How notices go by e-mail. Durations in ms of real time. */
export type MailPolicy = {
  /** What comes within so long is one letter, and what was read in the desk meanwhile needs none. */
  gatherMs: number
  /** How long one worker has a letter to itself. Longer than sending can take. */
  leaseMs: number
  /** The waits between attempts. */
  retry: BackOff
  /** Older news is none. */
  giveUpAfterMs: number
  /** For connection and greeting, and for each answer after them. */
  connectMs: number
  answerMs: number
}

export const MAIL_POLICY: MailPolicy = {
  gatherMs: 20 * SECOND,
  leaseMs: 2 * MINUTE,
  retry: { firstMs: MINUTE, factor: 2, longestMs: HOUR },
  giveUpAfterMs: DAY,
  connectMs: 10 * SECOND,
  answerMs: 20 * SECOND,
}

/** How long notices are kept, read or not. */
export const NOTICES_KEPT_MS = 90 * DAY

/** Whether this installation sends e-mail at all. */
export function isMailConfigured(): boolean {
  return env().AFTERDESK_SMTP_URL !== undefined
}

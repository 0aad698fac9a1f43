import type { EventType } from '@/lib/after-sales/domain/events'
import type { TimelineEntry } from '@/lib/after-sales/views'

type Entry = Pick<TimelineEntry, 'type'>

/** Whether somebody or the clock did something of weight: no talk, no reminder, no news of the gateway's. */
export function isStep({ type }: Entry): boolean {
  return !ASIDE.has(type)
}

/** A step that decided: neither evidence nor the refund that follows from a decision. */
export function isDecision(entry: Entry): boolean {
  return isStep(entry) && !UNDECIDING.has(entry.type)
}

const ASIDE: ReadonlySet<EventType> = new Set([
  'MessageSent',
  'MessagesRead',
  'ContactLogged',
  'DeadlineSoon',
  'RefundSucceeded',
  'RefundStuck',
  'RefundRetried',
])
const UNDECIDING: ReadonlySet<EventType> = new Set(['EvidenceSubmitted', 'RefundOrdered'])

import type { EventType } from '@/lib/after-sales/domain/events'
import type { TimelineEntry } from '@/lib/after-sales/views'

/** Whether somebody or the clock decided something, or gave evidence: no talk, no reminder, no news of the gateway's. */
export function isDecision({ type }: Pick<TimelineEntry, 'type'>): boolean {
  return !OTHERS.has(type)
}

const OTHERS: ReadonlySet<EventType> = new Set([
  'MessageSent',
  'MessagesRead',
  'ContactLogged',
  'DeadlineSoon',
  'RefundSucceeded',
  'RefundStuck',
  'RefundRetried',
])

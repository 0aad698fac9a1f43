import type { DisputeReason } from '@/lib/after-sales/domain/dispute'
import type { PhotoName } from './photo-drawings'
import { HOUR, MINUTE, type Step } from './story'

/** What buyers, merchants and support do in the stories, so many ms before the demo begins. */

const REVIEW = 48 * HOUR
/** Opened so that its review ends in so long. */
export const leaving = (hours: number, minutes: number, seconds = 0) =>
  REVIEW - (hours * HOUR + minutes * MINUTE + seconds * 1000)

const EVIDENCE = 48 * HOUR
/** Opened so that the evidence of who says nothing ends in so long. */
export const heardFor = (hours: number, minutes: number, seconds = 0) =>
  EVIDENCE - (hours * HOUR + minutes * MINUTE + seconds * 1000)

type By = 'BUYER' | 'AGENT'
export const opens = (
  before: number,
  by: By,
  reason: DisputeReason,
  statement: string,
  photos: PhotoName[] = [],
): Step => ({
  before,
  by,
  command: { type: 'openDispute', reason, statement },
  photos,
})
export const gives = (before: number, by: By, text: string, photos: PhotoName[] = [], done = true): Step => ({
  before,
  by,
  command: { type: 'submitEvidence', text, done },
  photos,
})
export const says = (before: number, by: By, text: string, photos: PhotoName[] = []): Step => ({
  before,
  by,
  command: { type: 'sendMessage', text },
  photos,
})
export const reads = (before: number, by: By): Step => ({ before, by, command: { type: 'readMessages' } })
export const approves = (before: number): Step => ({ before, by: 'AGENT', command: { type: 'approve' } })
export const sends = (before: number, trackingNo: string, carrier = '圆通'): Step => ({
  before,
  by: 'BUYER',
  command: { type: 'submitReturnShipment', carrier, trackingNo },
})
export const asks = (before: number, from: ('MERCHANT' | 'BUYER')[], dueInHours: number, note: string): Step => ({
  before,
  by: 'SUPPORT',
  command: { type: 'requestEvidence', from, dueInHours, note },
})
type Ruling = Extract<Step['command'], { type: 'ruleDispute' }>
export const rules = (before: number, ruling: Omit<Ruling, 'type'>): Step => ({
  before,
  by: 'SUPPORT',
  command: { type: 'ruleDispute', ...ruling },
})
export const calls = (before: number, note: string): Step => ({
  before,
  by: 'AGENT',
  command: { type: 'logContact', channel: 'PHONE', outcome: 'REACHED', note },
})
export const missed = (before: number): Step => ({
  before,
  by: 'AGENT',
  command: { type: 'logContact', channel: 'PHONE', outcome: 'NO_ANSWER', note: '' },
})
export const rejects = (before: number, text: string): Step[] => [
  calls(before + 3 * HOUR, '已说明不能退的原因，买家知道了但不同意'),
  { before, by: 'AGENT', command: { type: 'reject', reasonCode: 'AS_DESCRIBED', text } },
]

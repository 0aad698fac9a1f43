import { randomUUID } from 'node:crypto'
import type { AfterSale } from '@/lib/after-sales/domain/after-sale'
import type { AfterSaleEvent, EventType } from '@/lib/after-sales/domain/events'
import type { CaseFacts } from '@/lib/after-sales/facts-queries'
import type { Change } from '@/lib/after-sales/projection-store'
import { toAfterSaleJson } from '@/lib/api/after-sale-json'
import type { Reader } from '@/lib/api/reader'
import { ANNOUNCED, announce, type Happening } from './domain/announcements'
import type { WebhookType } from './domain/types'

/** A webhook before anybody is told: what it is about, its place in the order of that, and the instant. */
export type Announcement = {
  shopId: string
  id: string
  subject: string
  seq: number
  ordinal: number
  type: WebhookType
  /** The event's recordedAt, epoch ms. */
  at: number
}

/** As whom each side reads a case: as its keys do. */
const READERS: { [S in Side]: Reader } = {
  platform: { role: 'BUYER', locale: 'en' },
  shop: { role: 'MANAGER', locale: 'en' },
}
export type Side = 'platform' | 'shop'

// a kind of event without a line in the table does not compile
ANNOUNCED satisfies Record<EventType, readonly WebhookType[]>

/** The webhooks of one change of a case, in the order in which they are sent. */
export function announceChange({ state, events }: Change): Announcement[] {
  const happened = events.map((event) => ({ type: nameOf(event, state), at: event.recordedAt }))
  return announce(happened).map(({ type, event }, ordinal) => ({
    shopId: state.shopId,
    id: newWebhookId(),
    subject: state.no,
    seq: state.seq,
    ordinal,
    type,
    at: event.at,
  }))
}

export function newWebhookId(): string {
  return `evt_${randomUUID().replaceAll('-', '')}`
}

/** What an event is called where its own name says too little. `state`: after it. */
function nameOf(event: AfterSaleEvent, { dispute }: AfterSale): Happening {
  switch (event.type) {
    case 'DeadlineSoon':
      return event.data.kind === 'EVIDENCE' ? 'EvidenceSoon' : event.type
    case 'DisputeRuled':
      return event.data.outcome === 'DISMISS' ? 'Dismissed' : event.type
    case 'Withdrawn':
      return dispute?.endedAt === event.recordedAt ? 'WithdrawnInDispute' : event.type
    default:
      return event.type
  }
}

/** What is sent, as the side sees the case at that instant: the text that is signed, kept and never changed. */
export function writeBody({ id, type, at }: Announcement, facts: CaseFacts, side: Side): string {
  const data = toAfterSaleJson({ ...facts, now: at }, READERS[side])
  return JSON.stringify({ id, type, timestamp: new Date(at).toISOString(), data })
}

import type { EventData, EventType } from '@/lib/after-sales/domain/events'
import type { ExchangeKind } from '@/lib/after-sales/domain/service'
import type { CaseView, TimelineEntry } from '@/lib/after-sales/views'

/** R3.1 What became of the last proposal: what the buyer answered, or what it lapsed by. */
export type ProposalFate =
  | { fate: 'refused'; kind: ExchangeKind; at: number; recordedBy: string | null }
  | {
      fate: 'lapsed'
      kind: ExchangeKind
      at: number
      by: 'Rejected' | 'ReturnShipmentSubmitted' | 'DisputeOpened' | 'other'
    }

/** Null while one waits for its answer, after one was agreed on, and where none was made. */
export function proposalFateOf({
  no,
  service,
  timeline,
}: Pick<CaseView, 'no' | 'service' | 'timeline'>): ProposalFate | null {
  if (service) return null
  const own = timeline.filter(({ afterSaleNo, type }) => afterSaleNo === no && !TALK.has(type))
  const at = own.findIndex(({ type }) => ABOUT_PROPOSALS.has(type))
  const last = own[at]
  if (!last || last.type === 'ServiceAgreed') return null
  // the data of an entry is that of its event's type, as the store wrote it
  const { kind } = last.data as EventData['ServiceProposed' | 'ServiceRefused']
  if (last.type === 'ServiceRefused')
    return {
      fate: 'refused',
      kind,
      at: last.effectiveAt,
      recordedBy: last.actor.role === 'BUYER' ? null : last.actor.name,
    }
  // newest first: what ended it lies before it
  const end = own.slice(0, at).findLast(({ type }) => !SURVIVED.has(type))
  return end ? { fate: 'lapsed', kind, at: end.effectiveAt, by: endingOf(end) } : null
}

function endingOf({ type }: TimelineEntry) {
  return type === 'Rejected' || type === 'ReturnShipmentSubmitted' || type === 'DisputeOpened' ? type : 'other'
}

const ABOUT_PROPOSALS: ReadonlySet<EventType> = new Set(['ServiceProposed', 'ServiceAgreed', 'ServiceRefused'])
const TALK: ReadonlySet<EventType> = new Set(['MessageSent', 'MessagesRead', 'ContactLogged', 'DeadlineSoon'])
/** The move to the buyer's time to send it back. */
const SURVIVED: ReadonlySet<EventType> = new Set(['Approved', 'ReviewExpired'])

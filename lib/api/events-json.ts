import type { EventRow, MessageRow } from '@/lib/after-sales/log-queries'
import { iso } from './iso'

type Data = EventRow['data']

export function toEventJson({ seq, type, actorRole, actorId, clause, effectiveAt, recordedAt, data }: EventRow) {
  return {
    seq,
    type,
    actor: { role: actorRole, id: actorId },
    clause,
    effectiveAt: effectiveAt.toISOString(),
    recordedAt: recordedAt.toISOString(),
    data: toDataJson(type, data),
  }
}

function toDataJson(type: EventRow['type'], data: Data): Data {
  if (type === 'DeadlineSoon' || type === 'EvidenceRequested') return withInstant(data, 'dueAt')
  if (type === 'InstantRefundJudged') return withInstant(data, 'shippedAt')
  if (type !== 'Applied' || !isObject(data.proposal)) return data
  // R3.1 which contacts could have recorded the answer is of no use any more
  const { contactIds: _, ...proposal } = data.proposal
  return { ...data, proposal: withInstant(proposal, 'at') }
}

/** An instant is kept in epoch ms, and told as text. */
function withInstant(data: Data, name: string): Data {
  const at = data[name]
  return typeof at === 'number' ? { ...data, [name]: iso(at) } : data
}

function isObject(value: unknown): value is Data {
  return typeof value === 'object' && value !== null
}

/** `side`: who wrote it; `readAt`: when the other side had read it. */
export function toMessageJson({ id, side, text, attachments, sentAt, readAt }: MessageRow) {
  return { id, side, text, attachments, sentAt: sentAt.toISOString(), readAt: readAt?.toISOString() ?? null }
}

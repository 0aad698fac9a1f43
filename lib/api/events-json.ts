import type { EventRow, MessageRow } from '@/lib/after-sales/log-queries'
import { iso } from './iso'

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

function toDataJson(type: EventRow['type'], data: EventRow['data']) {
  const timed = type === 'DeadlineSoon' || type === 'EvidenceRequested'
  return timed && typeof data.dueAt === 'number' ? { ...data, dueAt: iso(data.dueAt) } : data
}

/** `side`: who wrote it; `readAt`: when the other side had read it. */
export function toMessageJson({ id, side, text, attachments, sentAt, readAt }: MessageRow) {
  return { id, side, text, attachments, sentAt: sentAt.toISOString(), readAt: readAt?.toISOString() ?? null }
}

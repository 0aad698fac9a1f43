import type { EventRow, MessageRow } from '@/lib/after-sales/log-queries'

export function toEventJson({ seq, type, actorRole, actorId, clause, effectiveAt, recordedAt, data }: EventRow) {
  return {
    seq,
    type,
    actor: { role: actorRole, id: actorId },
    clause,
    effectiveAt: effectiveAt.toISOString(),
    recordedAt: recordedAt.toISOString(),
    data,
  }
}

/** `side`: who wrote it; `readAt`: when the other side had read it. */
export function toMessageJson({ id, side, text, sentAt, readAt }: MessageRow) {
  return { id, side, text, sentAt: sentAt.toISOString(), readAt: readAt?.toISOString() ?? null }
}

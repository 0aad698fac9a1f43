import { ofShop } from '@/lib/db/reach'
import { within } from '@/lib/db/within'
import type { AttachmentView } from '@/lib/files/views'
import type { AfterSale } from './domain/after-sale'
import type { CaseView, TimelineEntry } from './views'

/** What each event of a case put on it, by the event's number, in the order in which it was named. */
export type AttachmentsBySeq = ReadonlyMap<number, AttachmentView[]>

export async function readAttachments({ shopId, no }: Pick<AfterSale, 'shopId' | 'no'>): Promise<AttachmentsBySeq> {
  const { rows } = await within(ofShop(shopId)).query<{ seq: number; files: AttachmentView[] }>(
    `SELECT l."seq", jsonb_agg(jsonb_build_object('id', a."id", 'mediaType', a."mediaType", 'name', a."name",
       'width', a."width", 'height', a."height") ORDER BY l."position") AS "files"
     FROM "AfterSaleAttachment" l JOIN "Attachment" a ON a."id" = l."attachmentId"
     WHERE l."shopId" = $1 AND l."afterSaleNo" = $2 GROUP BY l."seq"`,
    [shopId, no],
    { prepared: true },
  )
  return new Map(rows.map(({ seq, files }) => [seq, files]))
}

/** R2.5 What was found on unpacking, out of the case's history; null until the receipt is confirmed by a person. */
export function inspectionOf(
  no: string,
  timeline: readonly TimelineEntry[],
  attachments: AttachmentsBySeq,
): CaseView['inspection'] {
  const found = timeline.find(({ afterSaleNo, type }) => afterSaleNo === no && type === 'ReceiptConfirmed')
  if (!found) return null
  const { note } = found.data
  return {
    note: typeof note === 'string' ? note : null,
    attachments: attachments.get(found.seq) ?? [],
    by: found.actor.name,
    at: found.recordedAt,
  }
}

/** For SQL: what the event `seq` of a case put on it, as the API shows files; `key` is a row with shop and case. */
export function attachmentsAt(key: { shopId: string; no: string; seq: string }): string {
  return `COALESCE((SELECT jsonb_agg(jsonb_build_object('id', a."id", 'mediaType', a."mediaType", 'bytes', a."bytes")
     ORDER BY l."position") FROM "AfterSaleAttachment" l JOIN "Attachment" a ON a."id" = l."attachmentId"
     WHERE l."shopId" = ${key.shopId} AND l."afterSaleNo" = ${key.no} AND l."seq" = ${key.seq}), '[]')`
}

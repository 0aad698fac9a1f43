import type { CaseView, TimelineEntry } from '@/lib/after-sales/views'

/** The media types of what went along with an entry; of an earlier attempt's files nothing is known but that they are. */
export function filesOfEntry({ data }: TimelineEntry, mediaTypes: ReadonlyMap<string, string>): string[] {
  const { attachmentIds } = data
  if (!Array.isArray(attachmentIds)) return []
  return attachmentIds.map((id) => mediaTypes.get(String(id)) ?? '')
}

/** Of every file of the case, by its id. */
export function mediaTypesOf({ attachments, talk, inspection, dispute }: CaseView): Map<string, string> {
  const said = talk.flatMap((entry) => (entry.kind === 'message' ? entry.attachments : []))
  const given = dispute
    ? [dispute, ...dispute.evidence.BUYER.submissions, ...dispute.evidence.MERCHANT.submissions]
    : []
  const files = [
    ...attachments,
    ...said,
    ...(inspection?.attachments ?? []),
    ...given.flatMap((one) => one.attachments),
  ]
  return new Map(files.map(({ id, mediaType }) => [id, mediaType]))
}

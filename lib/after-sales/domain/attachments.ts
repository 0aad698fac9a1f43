import type { Command } from './commands'
import type { AfterSaleEvent } from './events'
import type { Policy } from './policy'
import type { Refusal } from './refusals'

/** The files that an act or an application names, in their order. */
export function namedAttachments(sent: Command | { attachmentIds?: readonly string[] | undefined }): readonly string[] {
  return ('attachmentIds' in sent && sent.attachmentIds) || []
}

/** The files that an event put on the case, in their order. */
export function attachmentsOf({ data }: AfterSaleEvent): readonly string[] {
  return 'attachmentIds' in data ? data.attachmentIds : []
}

/** R4.3 What stands against the files of a submission; null when nothing does. Of somebody else's file nothing is told. */
export function findAttachmentFault(
  ids: readonly string[],
  policy: Policy,
  usable: ReadonlySet<string> | undefined,
): Refusal | null {
  const max = policy.attachmentsPerSubmission
  if (ids.length > max) return { code: 'attachmentsTooMany', path: 'attachmentIds', max }
  const unknown = ids.findIndex((id, index) => !usable?.has(id) || ids.indexOf(id) < index)
  return unknown < 0 ? null : { code: 'attachmentUnknown', path: `attachmentIds.${unknown}` }
}

import type { AfterSaleType } from './after-sale'
import type { DisputeReason } from './dispute'

/** 举证材料: what a case itself has to show in its dispute (R4.3), for the merchant to choose from. */

/** What becomes a document: the case's records, in words. */
export const RECORD_KINDS = ['SHIPMENT', 'CONVERSATION', 'ORDER', 'RETURN_SHIPMENT'] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

/** The rest are photos that are there already. In the order in which they are offered. */
export const PACK_KINDS = ['SHIPMENT', 'CONVERSATION', 'INSPECTION', 'SENT_PHOTOS', 'ORDER', 'RETURN_SHIPMENT'] as const
export type PackKind = (typeof PACK_KINDS)[number]

/** What of it there is on the case. `said`: messages and contacts; photos of the inspection, and sent to the buyer. */
export type OnHand = {
  type: AfterSaleType
  shipped: boolean
  returned: boolean
  said: number
  inspectionPhotos: number
  sentPhotos: number
}

/** `files`: how many attachments it is; `matters`: who rules will look for it, given the dispute's reason. */
export type PackItem = { kind: PackKind; files: number; matters: boolean }
/** `missing`: what would matter and is not there. */
export type Pack = { items: PackItem[]; missing: PackKind[] }

/** What a reason is decided by. */
const DECISIVE: { readonly [R in DisputeReason]: readonly PackKind[] } = {
  REFUND_REFUSED: ['SHIPMENT', 'CONVERSATION', 'ORDER'],
  RECEIPT_NOT_CONFIRMED: ['SHIPMENT', 'CONVERSATION', 'INSPECTION', 'ORDER'],
  CLAIM_UNFOUNDED: ['SHIPMENT', 'CONVERSATION', 'SENT_PHOTOS', 'ORDER'],
  RETURN_USED_OR_DAMAGED: ['SHIPMENT', 'CONVERSATION', 'INSPECTION', 'RETURN_SHIPMENT'],
  RETURN_INCOMPLETE_OR_WRONG: ['CONVERSATION', 'INSPECTION', 'ORDER', 'RETURN_SHIPMENT'],
  AGREEMENT_BROKEN: ['CONVERSATION', 'ORDER'],
  OTHER: ['SHIPMENT', 'CONVERSATION', 'ORDER'],
}

/** The pack of a case in dispute for this reason. */
export function packOf(reason: DisputeReason, onHand: OnHand): Pack {
  const items: PackItem[] = []
  const missing: PackKind[] = []
  for (const kind of PACK_KINDS) {
    const files = filesOf(kind, onHand)
    const matters = DECISIVE[reason].includes(kind)
    if (files > 0) items.push({ kind, files, matters })
    else if (matters && couldBe(kind, onHand)) missing.push(kind)
  }
  return { items, missing }
}

/** What is ticked before anybody chose: what matters, as far as it fits into one submission. */
export function proposedOf(items: readonly PackItem[], max: number): ReadonlySet<PackKind> {
  const proposed = new Set<PackKind>()
  let left = max
  for (const { kind, files, matters } of items) {
    if (!matters || files > left) continue
    proposed.add(kind)
    left -= files
  }
  return proposed
}

function filesOf(kind: PackKind, { shipped, returned, said, inspectionPhotos, sentPhotos }: OnHand): number {
  switch (kind) {
    case 'ORDER':
      return 1
    case 'SHIPMENT':
      return shipped ? 1 : 0
    case 'CONVERSATION':
      return said > 0 ? 1 : 0
    case 'RETURN_SHIPMENT':
      return returned ? 1 : 0
    case 'INSPECTION':
      return inspectionPhotos
    case 'SENT_PHOTOS':
      return sentPhotos
  }
}

/** Of goods that never came back nobody has photos, and of a refund alone there is no parcel. */
function couldBe(kind: PackKind, { type, returned }: OnHand): boolean {
  if (kind === 'INSPECTION') return returned
  return kind !== 'RETURN_SHIPMENT' || type === 'RETURN_REFUND'
}

'use client'

import { useCaseUploads } from '@/components/after-sales/case/use-case-uploads'
import { packKey, useDraft } from '@/components/after-sales/case/use-draft'
import {
  PACK_KINDS,
  type Pack,
  type PackKind,
  packOf,
  proposedOf,
  RECORD_KINDS,
  type RecordKind,
} from '@/lib/after-sales/domain/evidence-pack'
import { CURRENT_POLICY } from '@/lib/after-sales/domain/policy'
import type { CaseView } from '@/lib/after-sales/views'
import type { DisputeView } from '@/lib/disputes/views'

export type ChosenPack = Pack & {
  ticked: ReadonlySet<PackKind>
  toggle: (kind: PackKind) => void
  /** How many attachments are ticked. */
  files: number
  records: RecordKind[]
  /** Of the photos that are ticked. */
  photoIds: string[]
}

const MARK = 'ticked:'
/** What a photo of the merchant's own makes up for. */
const PHOTOS: ReadonlySet<PackKind> = new Set(['INSPECTION', 'SENT_PHOTOS'])

/** R4.3 What the case itself has to show, and what of it is to go along; kept with the draft. */
export function usePack(view: CaseView, dispute: DisputeView): ChosenPack {
  const [kept, keep] = useDraft(packKey(view.no))
  const inspection = useCaseUploads('inspection')
  const photos: { [K in PackKind]?: string[] } = {
    INSPECTION: view.inspection ? view.inspection.attachments.map(({ id }) => id) : inspection.ids,
    SENT_PHOTOS: sentPhotos(view),
  }
  const pack = packOf(dispute.reason, {
    type: view.type,
    shipped: view.order.shippedAt !== null,
    returned: view.returnShipment !== null,
    said: view.talk.length,
    inspectionPhotos: photos.INSPECTION?.length ?? 0,
    sentPhotos: photos.SENT_PHOTOS?.length ?? 0,
  })
  const own = useCaseUploads('evidence')
  const given = dispute.evidence.MERCHANT.submissions.flatMap(({ attachments }) => attachments)
  const hasOwnPhotos = [...own.list, ...given].some(({ mediaType }) => mediaType.startsWith('image/'))
  const ticked = kept.startsWith(MARK) ? chosenBefore(kept) : proposedFor(pack, dispute)
  const chosen = pack.items.filter(({ kind }) => ticked.has(kind))
  return {
    items: pack.items,
    missing: pack.missing.filter((kind) => !PHOTOS.has(kind) || !hasOwnPhotos),
    ticked,
    toggle: (kind) => {
      const next = new Set(ticked)
      if (!next.delete(kind)) next.add(kind)
      keep(`${MARK}${[...next].join(',')}`)
    },
    files: chosen.reduce((sum, { files }) => sum + files, 0),
    records: RECORD_KINDS.filter((kind) => chosen.some((item) => item.kind === kind)),
    photoIds: chosen.flatMap(({ kind }) => photos[kind] ?? []),
  }
}

function chosenBefore(kept: string): ReadonlySet<PackKind> {
  const names = kept.slice(MARK.length).split(',')
  return new Set(PACK_KINDS.filter((kind) => names.includes(kind)))
}

/** After the first submission only what somebody wants to add. */
function proposedFor(pack: Pack, { evidence }: DisputeView): ReadonlySet<PackKind> {
  if (evidence.MERCHANT.submissions.length > 0) return new Set()
  return proposedOf(pack.items, CURRENT_POLICY.attachmentsPerSubmission)
}

/** What the merchant showed the buyer in messages: part of the case already. */
function sentPhotos({ talk }: CaseView): string[] {
  return talk.flatMap((entry) =>
    entry.kind === 'message' && entry.side === 'MERCHANT' ? entry.attachments.map(({ id }) => id) : [],
  )
}

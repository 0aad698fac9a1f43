'use client'

import { useTranslations } from 'next-intl'
import { directionOf, type RecordedStep } from '@/lib/after-sales/domain/service'
import type { Desk } from './desk'
import { stepKeys, useDraft } from './use-draft'
import { readTrackingNo } from './waybill'

/** What the merchant records; that it is done is the buyer's to say. */
export type MerchantStep = Exclude<RecordedStep, 'DONE'>

export type StepDraft = {
  note: string
  setNote: (note: string) => void
  /** R0.8 In code points, without blanks at the ends. */
  length: number
  max: number
  carrier: string
  setCarrier: (carrier: string) => void
  trackingNo: string
  setTrackingNo: (trackingNo: string) => void
  /** What is still missing, in words. */
  missing: string | null
  send: () => void
}

/** A step of a service in the making; it is kept while its sheet is closed. */
export function useServiceStep(desk: Desk, step: MerchantStep): StepDraft {
  const t = useTranslations('case.service.sheet')
  const { view, offline, deciding } = desk
  const keys = stepKeys(view.no, step)
  const [note, setNote] = useDraft(keys.note)
  const [carrier, setCarrier] = useDraft(keys.carrier)
  const [trackingNo, setTrackingNo] = useDraft(keys.trackingNo)
  const { max } = view.serviceNote
  const text = note.trim()
  const length = [...text].length
  const number = readTrackingNo(trackingNo)
  const parcel = { carrier: carrier.trim(), trackingNo: number ?? '' }
  const moves = directionOf(step) !== null
  const missing = ((): string | null => {
    if (offline) return t('missing.connection')
    if (length > max) return t('missing.long', { n: length - max })
    if (!moves) return null
    if (number === null) return t('missing.trackingNo')
    return (parcel.carrier === '') === (number === '') ? null : t('missing.waybill')
  })()
  return {
    note,
    setNote,
    length,
    max,
    carrier,
    setCarrier,
    trackingNo,
    setTrackingNo,
    missing,
    send: () => {
      if (missing !== null || deciding) return
      const command = { type: 'recordServiceStep', step, ...(text !== '' && { note: text }) } as const
      desk.decide({ ...command, ...(moves && parcel.carrier !== '' && parcel) }, t(`done.${step}`), 'stay')
    },
  }
}

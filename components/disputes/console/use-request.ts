'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useDraft } from '@/components/after-sales/case/use-draft'
import type { Side } from '@/lib/after-sales/domain/after-sale'
import { SIDES } from '@/lib/after-sales/domain/dispute'
import { policyOf } from '@/lib/after-sales/domain/policy'
import { lengthOf } from './ruling-draft'
import type { DisputeDesk } from './use-dispute-desk'

/** R4.4 What a request for more still lacks, the first first. */
export type MissingOfRequest = 'sides' | 'hours' | 'note' | 'noteLong' | 'connection' | 'claim' | 'over'

export type RequestForm = {
  sides: readonly Side[]
  toggle: (side: Side) => void
  /** As it is written, and what it means; null when it is no whole number of hours within the limits. */
  hours: string
  setHours: (hours: string) => void
  dueInHours: number | null
  hourLimits: { min: number; max: number }
  note: string
  setNote: (note: string) => void
  length: number
  limits: { min: number; max: number }
  missing: MissingOfRequest | null
  send: () => void
}

/** A request in the making; its text is kept per dispute while the sheet is closed. `onSent`: it went through. */
export function useRequest(desk: DisputeDesk, onSent: () => void): RequestForm {
  const t = useTranslations('console.request')
  const { view, dispute, me } = desk
  const [sides, setSides] = useState<readonly Side[]>([])
  const [hours, setHours] = useState('24')
  const [note, setNote] = useDraft(`evidence-request:${view.no}`)
  const { evidenceRequestHours: hourLimits, supportText: limits } = policyOf(view.policyVersion)
  const dueInHours = parseHours(hours, hourLimits)
  const length = lengthOf(note)
  const missing = findMissing()
  return {
    sides,
    toggle: (side) => setSides(SIDES.filter((one) => (one === side) !== sides.includes(one))),
    hours,
    setHours,
    dueInHours,
    hourLimits,
    note,
    setNote,
    length,
    limits,
    missing,
    send: async () => {
      if (missing !== null || dueInHours === null || desk.busy) return
      const from = [...sides]
      const whom = from.length === SIDES.length ? 'both' : (from[0] ?? 'both')
      if (!(await desk.request({ type: 'requestEvidence', from, dueInHours, note: note.trim() }, t(`done.${whom}`))))
        return
      setNote('')
      onSent()
    },
  }

  function findMissing(): MissingOfRequest | null {
    if (desk.offline) return 'connection'
    if (!view.available.includes('requestEvidence')) return 'over'
    if (dispute.claim !== null && dispute.claim.userId !== me) return 'claim'
    if (sides.length === 0) return 'sides'
    if (dueInHours === null) return 'hours'
    if (length < limits.min) return 'note'
    return length > limits.max ? 'noteLong' : null
  }
}

/** `48` → 48; null for what is no whole number within the limits. */
function parseHours(text: string, { min, max }: { min: number; max: number }): number | null {
  const plain = text.normalize('NFKC').trim()
  const hours = /^\d{1,4}$/.test(plain) ? Number(plain) : Number.NaN
  return hours >= min && hours <= max ? hours : null
}

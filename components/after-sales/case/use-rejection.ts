'use client'

import { useTranslations } from 'next-intl'
import { REJECTION_REASONS, type RejectionReason } from '@/lib/after-sales/domain/after-sale'
import { findUnfilled } from '@/lib/quick-replies/domain/variables'
import { can, type Desk } from './desk'
import { useDraft } from './use-draft'

/** What a rejection still lacks, the first first. */
export type Missing =
  | { what: 'connection' }
  | { what: 'contact' }
  | { what: 'reason' }
  | { what: 'short' | 'long'; n: number }
  /** Placeholders of a template that the case has no value for. */
  | { what: 'unfilled'; names: string }

export type Rejection = {
  reason: RejectionReason | undefined
  setReason: (reason: RejectionReason) => void
  text: string
  setText: (text: string) => void
  /** R0.8 In code points, without blanks at the ends. */
  length: number
  missing: Missing | null
  send: () => void
}

/** A rejection in the making; it is kept while its sheet is closed. */
export function useRejection(desk: Desk): Rejection {
  const t = useTranslations('reject')
  const words = useTranslations('words.rejectionReason')
  const { view } = desk
  const [kept, setReason] = useDraft(`reject-reason:${view.no}`)
  const [text, setText] = useDraft(`reject-text:${view.no}`)
  const reason = REJECTION_REASONS.find((one) => one === kept)
  const trimmed = text.trim()
  const length = [...trimmed].length
  const lacking = missingOf(can(desk, 'reject'), reason, trimmed, view.rejectionText)
  const missing: Missing | null = desk.offline ? { what: 'connection' } : lacking
  return {
    reason,
    setReason,
    text,
    setText,
    length,
    missing,
    send: () => {
      if (missing !== null || reason === undefined || desk.deciding) return
      const done = t('done', { buyer: view.buyer.name, reason: words(reason) })
      desk.decide({ type: 'reject', reasonCode: reason, text: trimmed }, done)
    },
  }
}

function missingOf(
  open: boolean,
  reason: RejectionReason | undefined,
  text: string,
  { min, max }: { min: number; max: number },
): Missing | null {
  if (!open) return { what: 'contact' }
  if (reason === undefined) return { what: 'reason' }
  const length = [...text].length
  if (length < min) return { what: 'short', n: min - length }
  if (length > max) return { what: 'long', n: length - max }
  const unfilled = findUnfilled(text)
  return unfilled.length > 0 ? { what: 'unfilled', names: unfilled.join(' ') } : null
}

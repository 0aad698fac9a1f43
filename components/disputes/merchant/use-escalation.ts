'use client'

import { useTranslations } from 'next-intl'
import type { Desk } from '@/components/after-sales/case/desk'
import { useCaseUploads } from '@/components/after-sales/case/use-case-uploads'
import { disputeKey, useDraft } from '@/components/after-sales/case/use-draft'
import { useUnreadyText } from '@/components/files/use-file-words'
import type { Uploads } from '@/components/files/use-uploads'
import { type DisputeReason, reasonsOf } from '@/lib/after-sales/domain/dispute-reasons'
import { policyOf } from '@/lib/after-sales/domain/policy'

export type Escalation = {
  reasons: readonly DisputeReason[]
  reason: DisputeReason | undefined
  setReason: (reason: DisputeReason) => void
  text: string
  setText: (text: string) => void
  /** R0.8 In code points, without blanks at the ends. */
  length: number
  maxLength: number
  uploads: Uploads
  /** What is still missing, in words. */
  missing: string | null
  send: () => void
}

/** A request to the platform in the making; it is kept while its sheet is closed. */
export function useEscalation(desk: Desk): Escalation {
  const t = useTranslations('dispute.escalate')
  const unreadyText = useUnreadyText()
  const { view, offline, deciding } = desk
  const [kept, setReason] = useDraft(`dispute-reason:${view.no}`)
  const [text, setText] = useDraft(disputeKey(view.no))
  const uploads = useCaseUploads('dispute')
  const reasons = reasonsOf('MERCHANT', view)
  const reason = reasons.find((one) => one === kept)
  const { max: maxLength } = policyOf(view.policyVersion).disputeStatement
  const statement = text.trim()
  const length = [...statement].length
  const missing = ((): string | null => {
    if (offline) return t('todo.connection')
    if (reason === undefined) return t('todo.reason')
    if (length === 0) return t('todo.statement')
    return length > maxLength ? t('todo.long', { n: length - maxLength }) : unreadyText(uploads.unready)
  })()
  return {
    reasons,
    reason,
    setReason,
    text,
    setText,
    length,
    maxLength,
    uploads,
    missing,
    send: () => {
      if (missing !== null || reason === undefined || deciding) return
      const { ids } = uploads
      desk.decide(
        { type: 'openDispute', reason, statement, ...(ids.length > 0 && { attachmentIds: ids }) },
        t(view.clock ? 'done' : 'doneNoClock'),
        'stay',
      )
    },
  }
}

'use client'

import { useTranslations } from 'next-intl'
import { useDesk } from '@/components/after-sales/case/desk'
import { useCaseUploads } from '@/components/after-sales/case/use-case-uploads'
import { evidenceKey, useDraft } from '@/components/after-sales/case/use-draft'
import { useUnreadyText } from '@/components/files/use-file-words'
import type { Uploads } from '@/components/files/use-uploads'
import type { Command } from '@/lib/after-sales/domain/commands'
import { CURRENT_POLICY } from '@/lib/after-sales/domain/policy'
import { submitEvidencePack } from '@/lib/disputes/actions'
import type { DisputeView } from '@/lib/disputes/views'
import { type ChosenPack, usePack } from './use-pack'

const { attachmentsPerSubmission: MAX_FILES, evidenceText } = CURRENT_POLICY

export type Evidence = {
  text: string
  setText: (text: string) => void
  /** R0.8 In code points, without blanks at the ends. */
  length: number
  maxLength: number
  uploads: Uploads
  pack: ChosenPack
  /** Of everything that goes along. */
  files: number
  maxFiles: number
  /** Nothing is chosen or written: only "that is all" could be said. */
  blank: boolean
  /** Why it cannot go yet. */
  reason: string | null
  send: (done: boolean) => void
}

/** R4.3 Evidence in the making; it is kept while something else is looked at, and over a reload. */
export function useEvidence(dispute: DisputeView): Evidence {
  const t = useTranslations('dispute.form')
  const unreadyText = useUnreadyText()
  const { view, offline, give, evidenceOpen } = useDesk()
  const [text, setText] = useDraft(evidenceKey(view.no))
  const pack = usePack(view, dispute)
  const uploads = useCaseUploads('evidence', pack.files)
  const trimmed = text.trim()
  const length = [...trimmed].length
  const files = pack.files + uploads.list.length
  const blank = length === 0 && files === 0
  const first = dispute.evidence.MERCHANT.submissions.length === 0
  const reason = offline
    ? t('offline')
    : files > MAX_FILES
      ? t('tooMany', { max: MAX_FILES, n: files - MAX_FILES })
      : length > evidenceText.max
        ? t('long', { n: length - evidenceText.max })
        : (unreadyText(uploads.unready) ?? (blank && first ? t('empty') : null))

  const send = (done: boolean) => {
    // nothing to add is fine for saying that it is all
    if (reason !== null || !evidenceOpen || (blank && !done)) return
    const { records } = pack
    const ids = [...pack.photoIds, ...uploads.ids]
    const evidence = { ...(trimmed !== '' && { text: trimmed }), ...(done && { done }) }
    // the records stand where their files will
    const command: Command = { type: 'submitEvidence', ...evidence, attachmentIds: [...records, ...ids] }
    const sending = () =>
      submitEvidencePack({
        no: view.no,
        records,
        ...evidence,
        ...(ids.length > 0 && { attachmentIds: ids }),
        seen: dispute.askedAt,
      })
    give(command, sending, t(done ? 'sentDone' : 'sent'))
  }
  return {
    text,
    setText,
    length,
    maxLength: evidenceText.max,
    uploads,
    pack,
    files,
    maxFiles: MAX_FILES,
    blank,
    reason,
    send,
  }
}

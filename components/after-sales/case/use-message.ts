'use client'

import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { forgetUploads } from '@/components/files/uploads'
import { useUnreadyText } from '@/components/files/use-file-words'
import type { Uploads } from '@/components/files/use-uploads'
import { findUnfilled } from '@/lib/quick-replies/domain/variables'
import { useDesk } from './desk'
import { useCaseUploads } from './use-case-uploads'
import { messageKey, useDraft } from './use-draft'

export const MESSAGE_MAX = 2000

export type Message = {
  text: string
  setText: (text: string) => void
  uploads: Uploads
  /** Nothing was begun. */
  blank: boolean
  /** Why it cannot be sent yet although something was begun. */
  reason: string | null
  sending: boolean
  send: () => void
}

/** A message to the buyer in the making, with its files; the same wherever on the case it is written. */
export function useMessage(): Message {
  const t = useTranslations('case.compose')
  const replies = useTranslations('case.replies')
  const unreadyText = useUnreadyText()
  const { view, talk } = useDesk()
  const key = messageKey(view.no)
  const [text, setText] = useDraft(key)
  const uploads = useCaseUploads('message')
  const [sending, startSending] = useTransition()
  const wordless = text.trim() === ''
  const blank = wordless && uploads.list.length === 0
  const reason =
    (findUnfilled(text).length > 0 ? replies('blocked') : null) ??
    unreadyText(uploads.unready) ??
    (wordless && !blank ? t('needsText') : null)
  const send = () => {
    if (wordless || reason !== null || sending) return
    const attachmentIds = uploads.ids
    startSending(async () => {
      const sent = await talk({
        type: 'sendMessage',
        text: text.trim(),
        ...(attachmentIds.length > 0 && { attachmentIds }),
      })
      if (!sent) return
      setText('')
      forgetUploads(key, attachmentIds)
    })
  }
  return { text, setText, uploads, blank, reason, sending, send }
}

'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { AskRow } from '@/components/settings/ask-row'
import { toast } from '@/components/ui/toast'
import { removeQuickReply } from '@/lib/quick-replies/actions'
import type { ReplyKind } from '@/lib/quick-replies/domain/quick-reply'
import type { QuickReplyView } from '@/lib/quick-replies/views'
import { useReplyProblem } from './use-reply-problem'

export type RemoveRowProps = {
  reply: QuickReplyView
  kind: ReplyKind
  /** With it the shop's own are gone. */
  last: boolean
  shopId: string
  onClose: () => void
  onRemoved: (focus: string) => void
  onProblem: (text: string | null) => void
}

/** Asks before a text goes. */
export function RemoveRow({ reply: { id, title }, kind, last, shopId, onClose, onRemoved, onProblem }: RemoveRowProps) {
  const t = useTranslations('replies.remove')
  const locale = useLocale()
  const problemText = useReplyProblem()
  const [removing, startRemoving] = useTransition()
  const removeId = `${kind} remove ${id}`

  const cancel = () => {
    onClose()
    setTimeout(() => document.getElementById(removeId)?.focus())
  }
  const remove = () =>
    startRemoving(async () => {
      const outcome = await removeQuickReply({ shopId, kind, locale, id }).catch(() => null)
      if (outcome?.ok) toast(t(outcome.left === 0 ? 'doneLast' : 'done', { title }))
      else onProblem(problemText(outcome))
      onClose()
      onRemoved(removeId)
    })
  return (
    <AskRow
      act={t('confirm')}
      busy={removing}
      busyLabel={t('busy')}
      consequence={
        <>
          <b className="font-semibold">{t('ask', { title })}</b> {t('consequence')} {last && t('last')}
        </>
      }
      onCancel={cancel}
      onConfirm={remove}
    />
  )
}

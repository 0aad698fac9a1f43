'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { AskRow } from '@/components/settings/ask-row'
import { toast } from '@/components/ui/toast'
import { deleteWebhookEndpoint } from '@/lib/webhooks/actions'
import type { WebhookEndpointView } from '@/lib/webhooks/views'
import { DELETE_BUTTON } from './endpoint-head'
import { listKey } from './fetch'
import { useWebhookProblem } from './use-webhook-problem'

export type DeleteEndpointProps = {
  endpoint: WebhookEndpointView
  shopId: string
  onClose: () => void
  onDeleted: () => void
  onProblem: (text: string | null) => void
}

/** Asks before nothing is sent there any more: what stops with it, and what is lost. */
export function DeleteEndpoint({ endpoint, shopId, onClose, onDeleted, onProblem }: DeleteEndpointProps) {
  const t = useTranslations('webhooks.delete')
  const client = useQueryClient()
  const problemText = useWebhookProblem()
  const [deleting, startDeleting] = useTransition()
  const { id, url, waiting } = endpoint

  const cancel = () => {
    onClose()
    setTimeout(() => document.getElementById(DELETE_BUTTON)?.focus())
  }
  const remove = () =>
    startDeleting(async () => {
      const outcome = await deleteWebhookEndpoint({ shopId, id }).catch(() => null)
      if (!outcome?.ok) {
        onProblem(problemText(outcome))
        return cancel()
      }
      // a list from before would show it for a moment
      client.removeQueries({ queryKey: listKey(shopId) })
      toast(t('done'))
      onDeleted()
    })

  return (
    <AskRow
      act={t('confirm')}
      busy={deleting}
      busyLabel={t('busy')}
      consequence={
        <>
          <b className="font-semibold wrap-anywhere">{t('ask', { url })}</b> {t('consequence', { count: waiting })}
        </>
      }
      onCancel={cancel}
      onConfirm={remove}
    />
  )
}

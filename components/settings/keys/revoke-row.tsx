'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { AskRow } from '@/components/settings/ask-row'
import { toast } from '@/components/ui/toast'
import { revokeShopKey } from '@/lib/api-keys/actions'
import type { ApiKeyView } from '@/lib/api-keys/views'
import { KeyLastUse } from './key-facts'
import { useKeyProblem } from './use-key-problem'

export type RevokeRowProps = {
  apiKey: ApiKeyView
  now: number
  shopId: string
  onClose: () => void
  onRevoked: () => void
  onProblem: (text: string | null) => void
}

/** Asks before a key stops opening: which one, and what stops with it. */
export function RevokeRow({ apiKey, now, shopId, onClose, onRevoked, onProblem }: RevokeRowProps) {
  const t = useTranslations('apiKeys.revoke')
  const router = useRouter()
  const problemText = useKeyProblem(now)
  const [revoking, startRevoking] = useTransition()
  const { id, name, prefix } = apiKey

  const cancel = () => {
    onClose()
    setTimeout(() => document.getElementById(`revoke-${id}`)?.focus())
  }
  const revoke = () =>
    startRevoking(async () => {
      const outcome = await revokeShopKey({ shopId, id }).catch(() => null)
      if (outcome?.ok) toast(t('done', { name: outcome.name }))
      else onProblem(problemText(outcome))
      onClose()
      onRevoked()
      router.refresh()
    })

  return (
    <AskRow
      act={t('confirm')}
      busy={revoking}
      busyLabel={t('busy')}
      consequence={
        <>
          <b className="font-semibold">{t('ask', { name, prefix })}</b> {t('consequence')}{' '}
          <KeyLastUse apiKey={apiKey} now={now} />
        </>
      }
      onCancel={cancel}
      onConfirm={revoke}
    />
  )
}

'use client'

import { TriangleAlert } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { FormSheet } from '@/components/settings/form-sheet'
import { SecretSheet } from '@/components/settings/secret-sheet'
import { Note } from '@/components/ui/note'
import { formatDay } from '@/lib/i18n/time'
import { rotateWebhookSecret } from '@/lib/webhooks/actions'
import type { SecretRotated, WebhookEndpointView } from '@/lib/webhooks/views'
import { SecretUse } from './secret-use'
import { useWebhookProblem } from './use-webhook-problem'

export type RotateSecretSheetProps = {
  endpoint: WebhookEndpointView
  shopId: string
  /** The real time, epoch ms. */
  now: number
  overlapMs: number
  onChanged: () => Promise<void>
  onClose: () => void
}

/** Puts a new secret in the place of the present one, says until when both sign, and then shows the new one, once. */
export function RotateSecretSheet(props: RotateSecretSheetProps) {
  const { endpoint, shopId, now, overlapMs, onChanged, onClose } = props
  const t = useTranslations('webhooks.rotate')
  const create = useTranslations('webhooks.create')
  const locale = useLocale()
  const problemText = useWebhookProblem()
  const [problem, setProblem] = useState<string | null>(null)
  const [rotated, setRotated] = useState<SecretRotated | null>(null)
  const [rotating, startRotating] = useTransition()

  const day = (instant: number) => formatDay(instant, now, locale)
  const rotate = () => {
    setProblem(null)
    startRotating(async () => {
      const outcome = await rotateWebhookSecret({ shopId, id: endpoint.id }).catch(() => null)
      if (outcome?.ok) setRotated(outcome)
      else setProblem(outcome === null ? t('unanswered') : problemText(outcome))
      void onChanged()
    })
  }

  if (rotated !== null)
    return (
      <SecretSheet
        detail={endpoint.url}
        label={create('secret')}
        onStored={onClose}
        secret={rotated.secret}
        title={t('done')}
      >
        <p className="text-xs leading-read">{t('until', { when: day(rotated.previousValidUntil) })}</p>
        <SecretUse />
      </SecretSheet>
    )
  return (
    <FormSheet
      busy={rotating}
      busyLabel={t('busy')}
      detail={endpoint.url}
      onClose={onClose}
      onSubmit={rotate}
      problem={problem}
      submit={t('submit')}
      title={t('title')}
    >
      <p className="leading-read">{t('until', { when: day(now + overlapMs) })}</p>
      {endpoint.previousSecretUntil !== null && (
        <Note icon={TriangleAlert} role="note" tone="warn">
          {t('again', { when: day(endpoint.previousSecretUntil) })}
        </Note>
      )}
    </FormSheet>
  )
}

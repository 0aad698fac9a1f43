'use client'

import { TriangleAlert } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useRef, useState, useTransition } from 'react'
import { SecretSheet } from '@/components/settings/secret-sheet'
import { Button } from '@/components/ui/button'
import { Note } from '@/components/ui/note'
import { Sheet } from '@/components/ui/sheet'
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
  const common = useTranslations('common')
  const locale = useLocale()
  const problemText = useWebhookProblem()
  const [problem, setProblem] = useState<string | null>(null)
  const [rotated, setRotated] = useState<SecretRotated | null>(null)
  const [rotating, startRotating] = useTransition()
  const confirm = useRef<HTMLButtonElement>(null)

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
    <Sheet
      closeLabel={common('close')}
      detail={endpoint.url}
      footer={
        <>
          <span className="flex-1" />
          <Button disabled={rotating} onClick={onClose} size="lg" variant="bare">
            {common('cancel')}
          </Button>
          <Button busy={rotating} busyLabel={t('busy')} onClick={rotate} ref={confirm} size="lg" variant="primary">
            {t('submit')}
          </Button>
        </>
      }
      onOpenAutoFocus={(event) => {
        event.preventDefault()
        confirm.current?.focus()
      }}
      onOpenChange={(opened) => opened || rotating || onClose()}
      open
      title={t('title')}
      width="sm"
    >
      <div className="grid gap-4 px-4 py-4 md:px-6">
        <p className="leading-read">{t('until', { when: day(now + overlapMs) })}</p>
        {endpoint.previousSecretUntil !== null && (
          <Note icon={TriangleAlert} role="note" tone="warn">
            {t('again', { when: day(endpoint.previousSecretUntil) })}
          </Note>
        )}
        {problem !== null && (
          <Note role="alert" tone="bad">
            {problem}
          </Note>
        )}
      </div>
    </Sheet>
  )
}

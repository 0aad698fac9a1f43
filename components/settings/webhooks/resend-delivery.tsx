'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Note } from '@/components/ui/note'
import { toast } from '@/components/ui/toast'
import { resendWebhook } from '@/lib/webhooks/actions'
import { Instant } from './delivery-facts'
import type { DeliveryRowsProps } from './delivery-row'
import { useWebhookProblem } from './use-webhook-problem'

/** Sends it once more, as the same `webhook-id`. What waits for its turn says when that is. */
export function ResendDelivery(props: Omit<DeliveryRowsProps, 'onToggle'>) {
  const { row, endpointId, shopId, now, paused, disabled, onResent } = props
  const t = useTranslations('webhooks.resend')
  const problemText = useWebhookProblem()
  const [problem, setProblem] = useState<string | null>(null)
  const [sending, startSending] = useTransition()
  const { status, nextAttemptAt, webhookId } = row

  const send = () =>
    startSending(async () => {
      setProblem(null)
      const outcome = await resendWebhook({ shopId, endpointId, deliveryId: row.id }).catch(() => null)
      if (outcome?.ok) toast(t('done'))
      else setProblem(problemText(outcome))
      await onResent()
    })
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button
          busy={sending}
          busyLabel={t('busy')}
          disabled={disabled}
          onClick={send}
          reason={
            status === 'PENDING' &&
            (paused
              ? t('paused')
              : nextAttemptAt !== null && nextAttemptAt > now
                ? t.rich('next', { when: () => <Instant at={nextAttemptAt} now={now} /> })
                : t('queued'))
          }
        >
          {t('open')}
        </Button>
        <span className="text-2xs text-ink-3 md:ml-auto">
          webhook-id <code className="text-ink-2 select-all">{webhookId}</code>
        </span>
      </div>
      {problem !== null && (
        <Note role="alert" tone="bad">
          {problem}
        </Note>
      )}
    </>
  )
}

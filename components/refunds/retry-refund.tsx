'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { retryRefund } from '@/lib/refunds/actions'

type Step = 'idle' | 'asking' | 'failed'

/** Asks before it moves money: `retry`, then `Enter` on the amount, or `Esc`. `amount`: written out. */
export function RetryRefund({ afterSaleNo, amount }: { afterSaleNo: string; amount: string }) {
  const t = useTranslations('refunds')
  const common = useTranslations('common')
  const router = useRouter()
  const [step, setStep] = useState<Step>('idle')
  const [pending, startTransition] = useTransition()
  const opener = useRef<HTMLButtonElement>(null)

  const close = () => {
    setStep('idle')
    requestAnimationFrame(() => opener.current?.focus())
  }
  const retry = () =>
    startTransition(async () => {
      const outcome = await retryRefund(afterSaleNo).catch(() => null)
      if (outcome === null) return setStep('failed')
      setStep('idle')
      toast(outcome.ok ? t('done', { no: afterSaleNo, amount }) : t('gone'))
      router.refresh()
    })

  if (step !== 'asking') {
    return (
      <>
        {step === 'failed' && (
          <span className="mr-2 text-xs text-danger" role="alert">
            {t('failed')}
          </span>
        )}
        <Button onClick={() => setStep('asking')} ref={opener}>
          {t('retry')}
        </Button>
      </>
    )
  }
  return (
    <div
      aria-label={t('ask', { amount })}
      className="inline-flex flex-wrap items-center justify-end gap-2"
      onKeyDown={(event) => {
        // the key that opened this and is still held down confirms nothing
        if (event.repeat && event.key === 'Enter') event.preventDefault()
        if (event.key === 'Escape' && !pending) close()
      }}
      role="alertdialog"
    >
      <Button autoFocus busy={pending} busyLabel={t('busy', { amount })} onClick={retry} variant="primary">
        {t('confirm', { amount })}
      </Button>
      <Button disabled={pending} onClick={close} variant="bare">
        {common('cancel')}
      </Button>
    </div>
  )
}

'use client'

import { Loader } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import { formatFen } from '@/lib/money'
import { sumOf } from './selection'
import { letGo, openStep, useSelecting } from './selection-store'
import { useApproveWords } from './use-approve-words'
import type { Preview } from './use-preview'

export type ApproveBarProps = {
  approval: Preview
  offline: boolean
  count: number | 'ALL'
  /** Somebody pressed A before it was known what would come of it. */
  wanted: boolean
}

/** How much is selected, and to approve what of it can be approved, with what that costs. */
export function ApproveBar({ approval, offline, count, wanted }: ApproveBarProps) {
  const t = useTranslations('bulk')
  const common = useTranslations('common')
  const { selection } = useSelecting()
  const { labelOf } = useApproveWords()
  const known = approval.state === 'ready' ? approval.preview : null
  const sum = sumOf(selection)
  const working = approval.state === 'working' && !offline
  const reason = useReason(approval, offline)
  useEffect(() => {
    // it is known now, and it cannot be: nothing is being asked any more
    if (wanted && reason !== null) openStep(null)
  }, [wanted, reason])
  return (
    <div className="flex min-h-12 flex-wrap items-center gap-x-2 gap-y-1 px-4 pt-1 pb-2">
      <span className="mr-auto whitespace-nowrap">
        <b className="font-semibold text-ink">{t('selected', { count: known?.cases ?? count })}</b>
        {sum !== null && sum.amountFen > 0 && (
          <span className="ml-2 text-ink-3">{formatFen(sum.amountFen, sum.currency)}</span>
        )}
      </span>
      {reason !== null && approval.state === 'failed' && <Button onClick={approval.renew}>{common('retry')}</Button>}
      <span className="flex flex-row-reverse items-center gap-2 max-md:w-full max-md:flex-row max-md:flex-wrap">
        <Button
          aria-busy={working || undefined}
          aria-keyshortcuts="A"
          className="max-md:flex-1"
          onClick={() => openStep('approve')}
          reason={reason}
          size="lg"
          variant="primary"
        >
          {working && <Icon as={Loader} small />}
          {known && known.goes > 0 ? labelOf(known) : t('acts.approve')}
          <Kbd className="max-md:hidden">A</Kbd>
        </Button>
        <Button aria-keyshortcuts="Escape" onClick={letGo} size="lg" variant="bare">
          {common('cancel')}
          <Kbd className="max-md:hidden">Esc</Kbd>
        </Button>
      </span>
    </div>
  )
}

/** Why nothing can be approved. */
function useReason(approval: Preview, offline: boolean): string | null {
  const t = useTranslations('bulk')
  const acts = useTranslations('case.acts')
  if (offline) return acts('offline')
  if (approval.state === 'failed') return t('previewFailed')
  if (approval.state === 'refused') return t(`refused.${approval.refusal.code}`, { ...approval.refusal })
  return approval.state === 'ready' && approval.preview.goes === 0 ? t('noneGoes') : null
}

'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useOffline } from '@/components/after-sales/live'
import { Note } from '@/components/ui/note'
import type { DeliveryStatus } from '@/lib/webhooks/views'
import { DeleteEndpoint } from './delete-endpoint'
import { Deliveries } from './deliveries'
import { EndpointBand } from './endpoint-band'
import { EndpointGone } from './endpoint-gone'
import { EndpointHead, ROTATE_BUTTON } from './endpoint-head'
import type { EndpointPage } from './fetch'
import { RotateSecretSheet } from './rotate-secret-sheet'
import { StaleNote } from './stale-note'
import { useEndpoint } from './use-endpoint'

export type EndpointDeskProps = {
  shopId: string
  first: EndpointPage
  status: DeliveryStatus | undefined
  /** For how many ms a secret signs beside its successor. */
  overlapMs: number
  /** For how many days what is finished is kept. */
  keptDays: number
}

type Open = 'rotate' | 'delete' | null

/** One endpoint: how it does, what can be done about it, and everything that was sent there. */
export function EndpointDesk({ shopId, first, status, overlapMs, keptDays }: EndpointDeskProps) {
  const t = useTranslations('webhooks')
  const router = useRouter()
  const offline = useOffline()
  const live = useEndpoint({ shopId, id: first.endpoint.id, status }, first)
  const [open, setOpen] = useState<Open>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { endpoint, now } = live

  const show = (next: Open) => {
    setProblem(null)
    setOpen(next)
  }
  const endRotation = () => {
    setOpen(null)
    // the sheet that the focus came from is not there any more once the secret was shown
    setTimeout(() => document.activeElement === document.body && document.getElementById(ROTATE_BUTTON)?.focus())
  }
  // a secret that is being shown outlives the endpoint
  if (live.gone && open !== 'rotate') return <EndpointGone />
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <EndpointHead disabled={offline} endpoint={endpoint} now={now} onAct={show} />
      {open === 'delete' && (
        <DeleteEndpoint
          endpoint={endpoint}
          onClose={() => setOpen(null)}
          onDeleted={() => router.push('/settings/webhooks')}
          onProblem={setProblem}
          shopId={shopId}
        />
      )}
      {problem !== null && (
        <Note role="alert" tone="bad">
          {problem}
        </Note>
      )}
      {live.failed && !offline && <StaleNote onRetry={live.refresh} />}
      <EndpointBand
        disabled={offline}
        endpoint={endpoint}
        now={now}
        onChanged={live.refresh}
        onProblem={setProblem}
        shopId={shopId}
      />
      <Deliveries disabled={offline} live={live} shopId={shopId} status={status} />
      <p className="text-xs text-ink-3">{t('kept', { days: keptDays })}</p>
      {open === 'rotate' && (
        <RotateSecretSheet
          endpoint={endpoint}
          now={now}
          onChanged={live.refresh}
          onClose={endRotation}
          overlapMs={overlapMs}
          shopId={shopId}
        />
      )}
    </div>
  )
}

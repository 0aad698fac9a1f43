'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { createWebhookEndpoint } from '@/lib/webhooks/actions'
import type { EndpointCreated, WebhookFormError, WebhookType } from '@/lib/webhooks/views'
import { useWebhookProblem } from './use-webhook-problem'

/** All kinds, or some. */
export const EXTENTS = ['ALL', 'CHOSEN'] as const
export type Extent = (typeof EXTENTS)[number]

type Faults = { url?: WebhookFormError['code'] | undefined; types?: WebhookFormError['code'] | undefined }
type Heard = { onChanged: () => void; onUrlFault: () => void }

/** A new endpoint as it is being written, and what the server said of it. */
export function useNewEndpoint(shopId: string, { onChanged, onUrlFault }: Heard) {
  const t = useTranslations('webhooks.create')
  const problemText = useWebhookProblem()
  const [url, setUrl] = useState('')
  const [extent, setExtent] = useState<Extent>('ALL')
  const [chosen, setChosen] = useState<WebhookType[]>([])
  const [faults, setFaults] = useState<Faults>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [created, setCreated] = useState<EndpointCreated | null>(null)
  const [creating, startCreating] = useTransition()
  const missing =
    url.trim() === '' ? ('url' as const) : extent === 'CHOSEN' && chosen.length === 0 ? ('types' as const) : null

  const create = () => {
    setProblem(null)
    setFaults({})
    startCreating(async () => {
      const types = extent === 'ALL' ? null : chosen
      const outcome = await createWebhookEndpoint({ shopId, url, types }).catch(() => null)
      if (outcome?.ok) setCreated(outcome)
      else if (outcome && 'invalid' in outcome) {
        const found = faultsOf(outcome.invalid)
        setFaults(found)
        if (found.url) onUrlFault()
      } else setProblem(outcome === null ? t('unanswered') : problemText(outcome))
      onChanged()
    })
  }
  return {
    url,
    setUrl: (next: string) => {
      setUrl(next)
      setFaults({ ...faults, url: undefined })
    },
    extent,
    setExtent,
    chosen,
    setChosen,
    faults,
    problem,
    created,
    creating,
    missing,
    create,
  }
}

function faultsOf(errors: readonly WebhookFormError[]): Faults {
  const of = (field: string) => errors.find(({ path }) => path.split('.')[0] === field)?.code
  return { url: of('url'), types: of('types') }
}

'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useOffline } from '@/components/after-sales/live'
import { DocsLink } from '@/components/settings/docs-link'
import { PageHead } from '@/components/settings/page-head'
import { Button } from '@/components/ui/button'
import { EndpointTable } from './endpoint-table'
import type { EndpointList } from './fetch'
import { NewEndpointSheet } from './new-endpoint-sheet'
import { NoEndpoints } from './no-endpoints'
import { StaleNote } from './stale-note'
import { useEndpointList } from './use-endpoint-list'

export type WebhooksDeskProps = {
  shopId: string
  first: EndpointList
  /** For how many days a delivery is tried. */
  triedDays: number
}

/** The shop's endpoints. The sheet hangs here, where no newer list takes away what is seen only once. */
export function WebhooksDesk({ shopId, first, triedDays }: WebhooksDeskProps) {
  const t = useTranslations('webhooks')
  const offline = useOffline()
  const { endpoints, now, failed, refresh } = useEndpointList(shopId, first)
  const [adding, setAdding] = useState(false)
  const add = useRef<HTMLButtonElement>(null)

  const close = () => {
    setAdding(false)
    // the form that the focus came from is not there any more once the secret was shown
    setTimeout(() => document.activeElement === document.body && add.current?.focus())
  }
  return (
    <div className="grid gap-5">
      <PageHead
        action={
          <Button disabled={offline} onClick={() => setAdding(true)} ref={add} size="lg" variant="primary">
            {t('create.open')}
          </Button>
        }
        intro={
          <>
            {t('intro', { days: triedDays })} <DocsLink />
          </>
        }
        title={t('title')}
      />
      {failed && !offline && <StaleNote onRetry={refresh} />}
      {endpoints.length === 0 ? <NoEndpoints /> : <EndpointTable endpoints={endpoints} now={now} />}
      {adding && <NewEndpointSheet onChanged={refresh} onClose={close} shopId={shopId} />}
    </div>
  )
}

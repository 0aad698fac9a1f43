'use client'

import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Moment } from '@/components/after-sales/case/moment'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { WebhookEndpointView } from '@/lib/webhooks/views'

export type EndpointHeadProps = {
  endpoint: WebhookEndpointView
  now: number
  disabled: boolean
  onAct: (act: 'rotate' | 'delete') => void
}

/** The ids of its buttons, for the focus to come back to. */
export const ROTATE_BUTTON = 'rotate-secret'
export const DELETE_BUTTON = 'delete-endpoint'

/** Where it leads, who set it up, and the way back. */
export function EndpointHead({ endpoint: { url, createdBy, createdAt }, now, disabled, onAct }: EndpointHeadProps) {
  const t = useTranslations('webhooks')
  return (
    <div>
      <Link
        className="-ml-0.5 inline-flex items-center gap-1 text-xs text-ink-3 hover:text-ink max-md:min-h-8"
        href="/settings/webhooks"
      >
        <Icon as={ArrowLeft} small />
        {t('title')}
      </Link>
      <header className="mt-1 flex items-start gap-x-4 gap-y-3 max-md:flex-col">
        <div className="min-w-0 flex-1">
          <h1 className="text-lg font-semibold wrap-anywhere text-ink">{url}</h1>
          <p className="text-xs text-ink-3">
            {t.rich('createdBy', { name: createdBy ?? t('byKey'), when: () => <Moment at={createdAt} now={now} /> })}
          </p>
        </div>
        <span className="inline-flex flex-none gap-2">
          <Button disabled={disabled} id={ROTATE_BUTTON} onClick={() => onAct('rotate')} size="lg">
            {t('rotate.open')}
          </Button>
          <Button disabled={disabled} id={DELETE_BUTTON} onClick={() => onAct('delete')} size="lg" variant="danger">
            {t('delete.open')}
          </Button>
        </span>
      </header>
    </div>
  )
}

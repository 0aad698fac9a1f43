'use client'

import { useTranslations } from 'next-intl'
import { Moment } from '@/components/after-sales/case/moment'
import { StatusMark } from '@/components/ui/status-mark'
import { WAITING_LIMIT, type WebhookEndpointView, type WebhookHealth } from '@/lib/webhooks/views'
import { DeliveryMark } from './delivery-facts'
import type { ListedEndpoint } from './fetch'

/** Whether webhooks arrive there; since when they do not, or when that is tried next. */
export function EndpointHealth({ health, now }: { health: WebhookHealth; now: number }) {
  const t = useTranslations('webhooks.health')
  const wrap = 'whitespace-normal!'
  switch (health.state) {
    case 'OK':
      return <StatusMark tone="refunded">{t('OK')}</StatusMark>
    case 'FAILING':
      return (
        <StatusMark className={wrap} tone="service">
          <span>{t.rich('FAILING', { when: () => <Moment at={health.since} now={now} /> })}</span>
        </StatusMark>
      )
    case 'OPEN':
      return (
        <StatusMark className={wrap} tone="rejected">
          <span>
            {health.until > now
              ? t.rich('OPEN', { when: () => <Moment at={health.until} now={now} /> })
              : t('OPEN_TRYING')}
          </span>
        </StatusMark>
      )
  }
}

/** How many wait; counted no further than the server counts. */
export function EndpointWaiting({ endpoint: { waiting } }: { endpoint: WebhookEndpointView }) {
  const t = useTranslations('webhooks')
  return t('waiting', { count: waiting < WAITING_LIMIT ? String(waiting) : `${WAITING_LIMIT - 1}+` })
}

export function EndpointTypes({ endpoint: { types } }: { endpoint: WebhookEndpointView }) {
  const t = useTranslations('webhooks')
  return types === null ? t('allTypes') : t('someTypes', { count: types.length })
}

/** What became of the newest. */
export function EndpointLast({ endpoint: { last }, now }: { endpoint: ListedEndpoint; now: number }) {
  const t = useTranslations('webhooks')
  if (last === null) return <span className="text-ink-3">{t('neverSent')}</span>
  return (
    <span className="inline-flex flex-wrap gap-x-2">
      <Moment at={last.createdAt} now={now} />
      <DeliveryMark status={last.status} />
    </span>
  )
}

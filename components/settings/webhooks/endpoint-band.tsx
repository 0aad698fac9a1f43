'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useTransition } from 'react'
import { Moment } from '@/components/after-sales/case/moment'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { resumeWebhookEndpoint } from '@/lib/webhooks/actions'
import type { WebhookEndpointView } from '@/lib/webhooks/views'
import { EndpointHealth, EndpointTypes, EndpointWaiting } from './endpoint-facts'
import { useWebhookProblem } from './use-webhook-problem'

export type EndpointBandProps = {
  endpoint: WebhookEndpointView
  now: number
  shopId: string
  disabled: boolean
  onChanged: () => Promise<void>
  onProblem: (text: string | null) => void
}

/** How the endpoint does, in one line; where webhooks do not arrive, everything that waits can be sent at once. */
export function EndpointBand(props: EndpointBandProps) {
  const { endpoint, now } = props
  const t = useTranslations('webhooks')
  const { health, types, previousSecretUntil } = endpoint
  return (
    // the line at the left of a fact that begins a row lies outside
    <div className="overflow-hidden border-y border-line max-md:py-2">
      <dl className="flex flex-wrap items-start max-md:flex-col md:-ml-6.25">
        <Fact name={t('columns.health')}>
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1 md:min-h-7">
            <EndpointHealth health={health} now={now} />
            {health.state !== 'OK' && (
              <>
                <span className="text-xs text-ink-3">{t('failures', { count: health.failures })}</span>
                <Resume {...props} />
              </>
            )}
          </span>
        </Fact>
        <Fact name={t('columns.waiting')}>
          <EndpointWaiting endpoint={endpoint} />
        </Fact>
        <Fact name={t('create.secret')}>
          {previousSecretUntil === null
            ? t('secret.one')
            : t.rich('secret.two', { when: () => <Moment at={previousSecretUntil} now={now} /> })}
        </Fact>
        <Fact name={t('columns.types')}>
          <EndpointTypes endpoint={endpoint} />
          {types !== null && (
            <span className="ml-2.5 text-xs text-ink-3">{types.map((type) => t(`types.${type}`)).join(t('join'))}</span>
          )}
        </Fact>
      </dl>
    </div>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex gap-2.5 py-1.5 text-ink max-md:items-baseline md:min-h-11 md:items-center md:border-l md:border-line md:px-6">
      <dt className="flex-none text-xs text-ink-3 max-md:w-20">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  )
}

function Resume({ endpoint, shopId, disabled, onChanged, onProblem }: EndpointBandProps) {
  const t = useTranslations('webhooks.resume')
  const problemText = useWebhookProblem()
  const [resuming, startResuming] = useTransition()
  const resume = () =>
    startResuming(async () => {
      onProblem(null)
      const outcome = await resumeWebhookEndpoint({ shopId, id: endpoint.id }).catch(() => null)
      if (outcome?.ok) toast(t('done'))
      else onProblem(problemText(outcome))
      await onChanged()
    })
  return (
    <Button busy={resuming} busyLabel={t('busy')} disabled={disabled} onClick={resume}>
      {t('open')}
    </Button>
  )
}

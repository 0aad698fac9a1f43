import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { WebhooksDesk } from '@/components/settings/webhooks/webhooks-desk'
import { requireManager } from '@/lib/auth/gate'
import { WEBHOOK_DELIVERY } from '@/lib/webhooks/delivery-policy'
import { loadEndpointList } from '@/lib/webhooks/desk-queries'

const DAY_MS = 24 * 60 * 60 * 1000

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('webhooks'))('title') }
}

/** Where the shop's webhooks go: for its managers. */
export default async function WebhooksPage() {
  const { current } = await requireManager()
  const list = await loadEndpointList(current.shopId)
  return (
    <ClientMessages of={['common', 'errors', 'shell', 'settings', 'webhooks']}>
      <WebhooksDesk first={list} shopId={current.shopId} triedDays={WEBHOOK_DELIVERY.giveUpAfterMs / DAY_MS} />
    </ClientMessages>
  )
}

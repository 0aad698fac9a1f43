import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { EndpointDesk } from '@/components/settings/webhooks/endpoint-desk'
import { requireManager } from '@/lib/auth/gate'
import { identifier } from '@/lib/text'
import { WEBHOOK_DELIVERY } from '@/lib/webhooks/delivery-policy'
import { loadEndpointPage } from '@/lib/webhooks/desk-queries'
import { parseDeliveryStatus } from '@/lib/webhooks/params'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

const DAY_MS = 24 * 60 * 60 * 1000

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('webhooks'))('title') }
}

/** One endpoint with what was sent there: for the shop's managers. */
export default async function EndpointRoute({ params, searchParams }: Props) {
  const { current } = await requireManager()
  const id = identifier().safeParse((await params).id)
  if (!id.success) notFound()
  const status = parseDeliveryStatus((await searchParams).status)
  const first = await loadEndpointPage(current.shopId, id.data, { status })
  if (!first) notFound()
  return (
    <ClientMessages of={['common', 'errors', 'shell', 'settings', 'webhooks']}>
      <EndpointDesk
        first={first}
        keptDays={WEBHOOK_DELIVERY.keepMs / DAY_MS}
        // another endpoint begins with nothing open
        key={id.data}
        overlapMs={WEBHOOK_DELIVERY.secretOverlapMs}
        shopId={current.shopId}
        status={status}
      />
    </ClientMessages>
  )
}

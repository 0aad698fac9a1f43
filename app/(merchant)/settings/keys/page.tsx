import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { KeysDesk } from '@/components/settings/keys/keys-desk'
import { listShopKeys } from '@/lib/api-keys/queries'
import { requireManager } from '@/lib/auth/gate'
import { readClock } from '@/lib/sandbox/clock'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apiKeys'))('title') }
}

/** The shop's keys of the API: for its managers. */
export default async function KeysPage() {
  const { current } = await requireManager()
  const [keys, clock] = await Promise.all([listShopKeys(current.shopId), readClock()])
  return (
    <ClientMessages of={['common', 'errors', 'shell', 'settings', 'apiKeys']}>
      <KeysDesk {...keys} now={new Date(clock.now).getTime()} shopId={current.shopId} />
    </ClientMessages>
  )
}

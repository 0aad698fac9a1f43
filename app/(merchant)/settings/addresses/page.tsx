import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { AddressesDesk } from '@/components/settings/addresses/addresses-desk'
import { requireManager } from '@/lib/auth/gate'
import { listAddresses } from '@/lib/shops/address-queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('addresses'))('title') }
}

/** R2.2 Where the shop's returns go: for its managers. */
export default async function AddressesPage() {
  const { current } = await requireManager()
  const addresses = await listAddresses(current.shopId)
  return (
    <ClientMessages of={['common', 'errors', 'shell', 'settings', 'addresses']}>
      <AddressesDesk addresses={addresses} shopId={current.shopId} />
    </ClientMessages>
  )
}

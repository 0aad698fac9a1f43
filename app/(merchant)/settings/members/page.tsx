import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { MembersDesk } from '@/components/settings/members/members-desk'
import { requireManager } from '@/lib/auth/gate'
import { loadStaff } from '@/lib/members/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('members'))('title') }
}

/** Who works for the shop, and who is invited to: for its managers. */
export default async function MembersPage() {
  const { current, userId } = await requireManager()
  const staff = await loadStaff(current.shopId, userId)
  return (
    <ClientMessages of={['common', 'errors', 'shell', 'settings', 'members']}>
      <MembersDesk {...staff} shopId={current.shopId} />
    </ClientMessages>
  )
}

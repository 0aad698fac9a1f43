import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountDesk } from '@/components/account/account-desk'
import { ClientMessages } from '@/components/layout/client-messages'
import { loadAccount } from '@/lib/account/load-account'
import { requireViewer } from '@/lib/auth/gate'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') }
}

/** Everybody's own: how one signs in, as a member of a shop or of the platform's support. */
export default async function AccountPage() {
  const account = await loadAccount(await requireViewer())
  return (
    <ClientMessages of={['common', 'settings', 'twoStep', 'account']}>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-5 md:px-6">
        <AccountDesk account={account} />
      </div>
    </ClientMessages>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { HistoryDesk } from '@/components/settings/history/history-desk'
import { requireManager } from '@/lib/auth/gate'
import { parseHistoryFilter } from '@/lib/settings/params'
import { loadHistory } from '@/lib/settings/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settingsHistory'))('title') }
}

/** Who changed what of the shop's settings: for its managers. */
export default async function HistoryPage({ searchParams }: PageProps<'/settings/history'>) {
  const { current } = await requireManager()
  const filter = parseHistoryFilter(await searchParams)
  const page = await loadHistory(current.shopId, filter)
  return (
    <ClientMessages of={['common', 'errors', 'shell', 'settings', 'settingsHistory']}>
      <HistoryDesk {...page} filter={filter} />
    </ClientMessages>
  )
}

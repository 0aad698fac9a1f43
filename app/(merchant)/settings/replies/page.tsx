import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { RepliesDesk } from '@/components/settings/replies/replies-desk'
import { requireManager } from '@/lib/auth/gate'
import { loadReplies } from '@/lib/quick-replies/queries'
import { readClock } from '@/lib/sandbox/clock'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('replies'))('title') }
}

/** What the shop says again and again: for its managers. */
export default async function RepliesPage() {
  const { current } = await requireManager()
  const [replies, clock] = await Promise.all([loadReplies(current.shopId, await getLocale()), readClock()])
  return (
    <ClientMessages of={['common', 'errors', 'shell', 'settings', 'replies', 'words']}>
      <RepliesDesk now={new Date(clock.now).getTime()} replies={replies} shopId={current.shopId} />
    </ClientMessages>
  )
}

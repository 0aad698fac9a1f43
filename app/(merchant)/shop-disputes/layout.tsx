import { dehydrate, QueryClient } from '@tanstack/react-query'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { QueueSeed } from '@/components/after-sales/queue/queue-seed'
import { ownCountsKey, ownLaneKey } from '@/components/disputes/merchant/list/fetch'
import { OwnDesk } from '@/components/disputes/merchant/list/own-desk'
import { groupsOfTab, parseOwnTab } from '@/components/disputes/merchant/list/own-tab'
import { currentScope, requireMember } from '@/lib/auth/gate'
import { countDisputes, loadDisputes } from '@/lib/disputes/queries'

/** The list is the layout, the dispute its child. A layout is not told the URL's search: the proxy puts it in a header. */
export default async function ShopDisputesLayout({ children }: { children: ReactNode }) {
  const scope = currentScope(await requireMember())
  const tab = parseOwnTab(new URLSearchParams((await headers()).get('x-search') ?? '').get('lane'))
  const client = new QueryClient()
  // in order: the lists settle what is overdue, and the counts come after them
  for (const lane of groupsOfTab(tab).flat())
    client.setQueryData(ownLaneKey(lane), { pages: [await loadDisputes(scope, lane)], pageParams: [null] })
  client.setQueryData(ownCountsKey, await countDisputes(scope))
  return (
    <QueueSeed state={dehydrate(client)}>
      <OwnDesk>{children}</OwnDesk>
    </QueueSeed>
  )
}

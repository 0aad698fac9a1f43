import { dehydrate, QueryClient } from '@tanstack/react-query'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { QueueSeed } from '@/components/after-sales/queue/queue-seed'
import { Console } from '@/components/disputes/console/console'
import { countsKey, laneKey } from '@/components/disputes/console/fetch'
import { groupsOf, parseTab } from '@/components/disputes/console/lanes'
import { requireSupport } from '@/lib/auth/gate'
import type { Scope } from '@/lib/auth/scope'
import { countDisputes, loadDisputes } from '@/lib/disputes/queries'

const ALL: Scope = { kind: 'PLATFORM' }

/** The list is the layout, the dispute its child. A layout is not told the URL's search: the proxy puts it in a header. */
export default async function DisputesLayout({ children }: { children: ReactNode }) {
  const { userId } = await requireSupport()
  const tab = parseTab(new URLSearchParams((await headers()).get('x-search') ?? '').get('lane'))
  const client = new QueryClient()
  // in order: the lists settle what is overdue, and the counts come after them
  for (const lane of groupsOf(tab).flatMap(({ lanes }) => lanes))
    client.setQueryData(laneKey(lane), { pages: [await loadDisputes(ALL, lane)], pageParams: [null] })
  client.setQueryData(countsKey, await countDisputes(ALL))
  return (
    <QueueSeed state={dehydrate(client)}>
      <Console me={userId}>{children}</Console>
    </QueueSeed>
  )
}

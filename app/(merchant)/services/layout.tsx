import { dehydrate, QueryClient } from '@tanstack/react-query'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { ListSeed } from '@/components/list/list-seed'
import { columnKey, countsKey } from '@/components/services/fetch'
import { currentScope, requireMember } from '@/lib/auth/gate'
import { parseBoardParams } from '@/lib/services/params'
import { countServices, loadServices } from '@/lib/services/queries'
import { SERVICE_COLUMNS } from '@/lib/services/views'

/** What the board begins with. A layout is not told the URL's search: the proxy puts it in a header. */
export default async function ServicesLayout({ children }: { children: ReactNode }) {
  const scope = currentScope(await requireMember())
  const { filter } = parseBoardParams(new URLSearchParams((await headers()).get('x-search') ?? ''))
  const client = new QueryClient()
  // in order: the first settles what is overdue, and the others come after it
  for (const column of SERVICE_COLUMNS) {
    const page = await loadServices(scope, column, filter)
    client.setQueryData(columnKey(column, filter), { pages: [page], pageParams: [null] })
  }
  client.setQueryData(countsKey(filter), await countServices(scope, filter))
  return <ListSeed state={dehydrate(client)}>{children}</ListSeed>
}

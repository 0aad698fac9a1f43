import { type DehydratedState, dehydrate, QueryClient } from '@tanstack/react-query'
import type { DisputeLists } from '@/lib/disputes/views'
import { countsKey, type DisputeSource, laneKey } from './source'

/** What the server has read, as the browser would keep it. */
export function seedOf(source: DisputeSource, { pages, counts }: DisputeLists): DehydratedState {
  const client = new QueryClient()
  for (const { lane, page } of pages) client.setQueryData(laneKey(source, lane), { pages: [page], pageParams: [null] })
  client.setQueryData(countsKey(source), counts)
  return dehydrate(client)
}

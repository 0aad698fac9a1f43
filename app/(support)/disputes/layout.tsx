import type { ReactNode } from 'react'
import { Console } from '@/components/disputes/console/console'
import { groupsOf, parseTab } from '@/components/disputes/console/lanes'
import { seedOf } from '@/components/disputes/list/seed'
import { ALL } from '@/components/disputes/list/source'
import { ListSeed } from '@/components/list/list-seed'
import { requireSupport } from '@/lib/auth/gate'
import { loadLists } from '@/lib/disputes/queries'
import { readSearch } from '@/lib/request-search'

/** The list is the layout, the dispute its child. */
export default async function DisputesLayout({ children }: { children: ReactNode }) {
  const { userId } = await requireSupport()
  const tab = parseTab((await readSearch()).get('lane'))
  const lanes = groupsOf(tab).flatMap((group) => group.lanes)
  return (
    <ListSeed state={seedOf(ALL, await loadLists({ kind: 'PLATFORM' }, lanes))}>
      <Console me={userId}>{children}</Console>
    </ListSeed>
  )
}

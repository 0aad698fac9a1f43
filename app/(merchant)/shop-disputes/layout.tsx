import type { ReactNode } from 'react'
import { seedOf } from '@/components/disputes/list/seed'
import { OWN } from '@/components/disputes/list/source'
import { OwnDesk } from '@/components/disputes/merchant/list/own-desk'
import { groupsOfTab, parseOwnTab } from '@/components/disputes/merchant/list/own-tab'
import { ListSeed } from '@/components/list/list-seed'
import { currentScope, requireMember } from '@/lib/auth/gate'
import { loadLists } from '@/lib/disputes/queries'
import { readSearch } from '@/lib/request-search'

/** The list is the layout, the dispute its child. */
export default async function ShopDisputesLayout({ children }: { children: ReactNode }) {
  const scope = currentScope(await requireMember())
  const tab = parseOwnTab((await readSearch()).get('lane'))
  const lanes = groupsOfTab(tab).flatMap((group) => group.lanes)
  return (
    <ListSeed state={seedOf(OWN, await loadLists(scope, lanes))}>
      <OwnDesk>{children}</OwnDesk>
    </ListSeed>
  )
}

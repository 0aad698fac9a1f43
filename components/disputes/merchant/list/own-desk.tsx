'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { OWN } from '@/components/disputes/list/source'
import { ListDesk } from '@/components/list/list-desk'
import { useListHref } from '@/components/list/use-list-href'
import { useListKeys } from '@/components/list/use-list-keys'
import { useListView } from '@/components/list/use-list-view'
import { OwnList } from './own-list'
import { OwnTabs } from './own-tabs'
import { useOwnList } from './use-own-list'

/** The shop's disputes. */
export function OwnDesk({ children }: { children: ReactNode }) {
  const t = useTranslations('dispute.list')
  const list = useOwnList()
  const hrefOf = useListHref(OWN.path)
  const view = useListView(list.tab, [list.rows])
  useListKeys(view, hrefOf)
  return (
    <ListDesk
      head={<OwnTabs tab={list.tab} />}
      list={<OwnList hrefOf={hrefOf} list={list} view={view} />}
      narrow
      title={t('title')}
    >
      {children}
    </ListDesk>
  )
}

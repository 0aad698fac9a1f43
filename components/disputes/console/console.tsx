'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ALL } from '@/components/disputes/list/source'
import { ListDesk } from '@/components/list/list-desk'
import { useListHref } from '@/components/list/use-list-href'
import { useListKeys } from '@/components/list/use-list-keys'
import { useListView } from '@/components/list/use-list-view'
import { ConsoleTabs } from './console-tabs'
import { DisputeList } from './dispute-list'
import { useConsoleActs } from './use-console-acts'
import { useConsoleList } from './use-console-list'

/** The disputes of all shops. `me`: who looks at them. */
export function Console({ me, children }: { me: string; children: ReactNode }) {
  const t = useTranslations('console')
  const list = useConsoleList()
  const hrefOf = useListHref(ALL.path)
  const view = useListView(
    list.tab,
    list.groups.map(({ rows }) => rows),
  )
  useListKeys(view, hrefOf)
  useConsoleActs(list, hrefOf)
  return (
    <ListDesk
      head={<ConsoleTabs tab={list.tab} />}
      list={<DisputeList hrefOf={hrefOf} list={list} me={me} view={view} />}
      narrow
      title={t('title')}
    >
      {children}
    </ListDesk>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { OWN } from '@/components/disputes/list/source'
import { ListDesk } from '@/components/list/list-desk'
import { useListHref } from '@/components/list/use-list-href'
import { useListKeys } from '@/components/list/use-list-keys'
import { OwnList } from './own-list'
import { OwnTabs } from './own-tabs'
import { useOwnList } from './use-own-list'

/** The shop's disputes. */
export function OwnDesk({ children }: { children: ReactNode }) {
  const t = useTranslations('dispute.list')
  const list = useOwnList()
  const hrefOf = useListHref(OWN.path)
  useListKeys(list.rows, hrefOf)
  return (
    <ListDesk
      head={<OwnTabs tab={list.tab} />}
      list={<OwnList hrefOf={hrefOf} list={list} />}
      narrow
      title={t('title')}
    >
      {children}
    </ListDesk>
  )
}

'use client'

import { OWN } from '@/components/disputes/list/source'
import { Place } from '@/components/list/place'
import { useListHref } from '@/components/list/use-list-href'
import { useOwnList } from './use-own-list'

/** Where a case stands among the shop's disputes. */
export function OwnPlace({ no }: { no: string }) {
  const { rows, hasMore } = useOwnList()
  return <Place hrefOf={useListHref(OWN.path)} no={no} of={`${rows.length}${hasMore ? '+' : ''}`} rows={rows} />
}

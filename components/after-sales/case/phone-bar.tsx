'use client'

import { useQueue, useSummary } from '@/components/after-sales/queue/use-queue'
import { OwnPlace } from '@/components/disputes/merchant/list/own-place'
import { countText } from '@/components/list/count-text'
import { PhoneBar as Bar } from '@/components/list/phone-bar'
import { Place } from '@/components/list/place'
import { useListHref } from '@/components/list/use-list-href'
import type { CaseView } from '@/lib/after-sales/views'
import { useAmongDisputes, useCaseHref } from './case-link'

/** Over the case on a phone, with where it stands in the list that it came from. */
export function PhoneBar({ view }: { view: CaseView }) {
  const amongDisputes = useAmongDisputes()
  return (
    <Bar hrefOf={useCaseHref()} view={view}>
      {amongDisputes ? <OwnPlace no={view.no} /> : <QueuePlace no={view.no} />}
    </Bar>
  )
}

function QueuePlace({ no }: { no: string }) {
  const { rows, filter, hasMore } = useQueue()
  const counts = useSummary()?.counts
  // with filters nobody has counted; what has not been loaded is then only said to be there
  const { tab, ...narrowing } = filter
  const narrowed = Object.values(narrowing).some((value) => value !== undefined)
  const of = narrowed ? `${rows.length}${hasMore ? '+' : ''}` : countText(Math.max(counts?.[tab] ?? 0, rows.length))
  return <Place hrefOf={useListHref('/cases')} no={no} of={of} rows={rows} />
}

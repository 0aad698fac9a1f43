'use client'

import { useTranslations } from 'next-intl'
import { ListFrame } from '@/components/list/list-frame'
import { RowList } from '@/components/list/row-list'
import type { HrefOf } from '@/components/list/use-list-href'
import type { ListView } from '@/components/list/use-list-view'
import type { QueueRow } from '@/lib/after-sales/views'
import { QueueEmpty } from './queue-empty'
import { QueueHead } from './queue-head'
import { QueueRowLink } from './queue-row'
import { type Queue, useSummary } from './use-queue'

export type QueueListProps = { queue: Queue; view: ListView<QueueRow>; shopId: string; hrefOf: HrefOf }

/** The list of cases. */
export function QueueList({ queue, view, shopId, hrefOf }: QueueListProps) {
  const t = useTranslations('queue')
  const summary = useSummary()
  return (
    <ListFrame
      boxed
      empty={<QueueEmpty filter={queue.filter} summary={summary} />}
      head={<QueueHead queue={queue} shopId={shopId} total={summary?.counts[queue.filter.tab]} view={view} />}
      label={t('list')}
      list={queue}
      loading={t('loading')}
      view={view}
    >
      <RowList hasMore={queue.hasMore} hrefOf={hrefOf} label={t('list')} view={view}>
        {(row, place) => <QueueRowLink row={row} {...place} />}
      </RowList>
    </ListFrame>
  )
}

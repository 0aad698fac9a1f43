'use client'

import { useTranslations } from 'next-intl'
import { ListFrame } from '@/components/list/list-frame'
import { RowList } from '@/components/list/row-list'
import type { HrefOf } from '@/components/list/use-list-href'
import { useRowPlaces } from '@/components/list/use-row-places'
import { QueueEmpty } from './queue-empty'
import { QueueHead } from './queue-head'
import { QueueRowLink } from './queue-row'
import { type Queue, useSummary } from './use-queue'

/** The list of cases. */
export function QueueList({ queue, hrefOf }: { queue: Queue; hrefOf: HrefOf }) {
  const t = useTranslations('queue')
  const summary = useSummary()
  const placeOf = useRowPlaces(queue.rows, hrefOf)
  return (
    <ListFrame
      boxed
      empty={<QueueEmpty filter={queue.filter} summary={summary} />}
      head={<QueueHead queue={queue} total={summary?.counts[queue.filter.tab]} />}
      label={t('list')}
      list={queue}
      loading={t('loading')}
    >
      <RowList label={t('list')}>
        {queue.rows.map((row) => (
          <QueueRowLink key={row.no} row={row} {...placeOf(row.no)} />
        ))}
      </RowList>
    </ListFrame>
  )
}

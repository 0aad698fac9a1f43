'use client'

import { useTranslations } from 'next-intl'
import { Begin } from '@/components/list/begin'
import { useListHref } from '@/components/list/use-list-href'
import { Blank } from '@/components/ui/blank'
import type { QueueTab } from '@/lib/after-sales/views'
import { useQueue } from './use-queue'

/** No case is open yet. */
export function PickFirst() {
  const t = useTranslations('queue.pick')
  const hrefOf = useListHref('/cases')
  const { rows, filter } = useQueue()
  const [first] = rows
  const order = BY_DEADLINE.has(filter.tab) ? 'due' : 'top'
  if (!first) return <Blank title={t('none')} />
  return (
    <Begin href={hrefOf(first.no)} open={t(`open.${order}`)} title={t('title')}>
      {t(`body.${order}`, { title: first.title })}
    </Begin>
  )
}

/** The rest has no deadline of its own, or is over. */
const BY_DEADLINE: ReadonlySet<QueueTab> = new Set(['MERCHANT', 'BUYER'])

'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { BulkDock } from '@/components/after-sales/bulk/bulk-dock'
import { useSelectable } from '@/components/after-sales/bulk/use-selectable'
import { useCaseHref } from '@/components/after-sales/case/case-link'
import { useExport } from '@/components/export/use-export'
import { keepPreference } from '@/components/layout/preference'
import { ListDesk } from '@/components/list/list-desk'
import { useListKeys } from '@/components/list/use-list-keys'
import { useListView } from '@/components/list/use-list-view'
import { SavedViewsButton } from '@/components/saved-filters/saved-views-button'
import { FOLD_COOKIE } from './fold-cookie'
import { ForecastStrip } from './forecast'
import { QueueExportButton, QueueExportRow } from './queue-export'
import { QueueFilterButton } from './queue-filter'
import { QueueList } from './queue-list'
import { QueueTabs } from './queue-tabs'
import { queueTotal } from './queue-total'
import { UnfoldForecast } from './unfold-forecast'
import { useFirstKeys } from './use-first-keys'
import { useQueue, useSummary } from './use-queue'
import { useQueueActs } from './use-queue-acts'

export type DeskProps = {
  folded: boolean
  /** The shop that is shown, and whether the viewer may export its cases. */
  shopId: string
  canExport: boolean
  children: ReactNode
}

/** The cases with what falls due in the next hours. */
export function Desk({ folded: initiallyFolded, shopId, canExport, children }: DeskProps) {
  const t = useTranslations('queue')
  const queue = useQueue()
  const summary = useSummary()
  const exporting = useExport('cases', shopId, queue.query)
  const [folded, setFolded] = useState(initiallyFolded)
  const view = useListView(queue.query, [queue.rows])
  const hrefOf = useCaseHref()
  useListKeys(view, hrefOf)
  useFirstKeys(queue.rows, hrefOf)
  useSelectable(`${shopId} ${queue.query}`, queue, view)
  const toExport = {
    exporting,
    count: queue.isLoading ? undefined : queueTotal(queue, summary?.counts[queue.filter.tab]),
  }
  const fold = (next: boolean) => {
    setFolded(next)
    keepPreference(FOLD_COOKIE, next ? 'folded' : 'open')
  }
  useQueueActs({ queue, hrefOf, folded, fold, exporting: canExport ? exporting : null, count: toExport.count })
  return (
    <ListDesk
      head={
        <>
          <QueueTabs
            end={
              <>
                {summary && folded && <UnfoldForecast forecast={summary.forecast} onUnfold={() => fold(false)} />}
                <SavedViewsButton shopId={shopId} />
                <QueueFilterButton foot={canExport && <QueueExportRow {...toExport} />} shopId={shopId} />
                {canExport && <QueueExportButton {...toExport} />}
              </>
            }
            tab={queue.filter.tab}
          />
          {summary && !folded && (
            <ForecastStrip dueHour={queue.filter.dueHour} forecast={summary.forecast} onFold={() => fold(true)} />
          )}
        </>
      }
      list={
        <>
          <QueueList hrefOf={hrefOf} queue={queue} shopId={shopId} view={view} />
          <BulkDock hrefOf={hrefOf} queue={queue} shopId={shopId} total={summary?.counts[queue.filter.tab]} />
        </>
      }
      title={t('title')}
    >
      {children}
    </ListDesk>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { ListDesk } from '@/components/list/list-desk'
import { useListHref } from '@/components/list/use-list-href'
import { useListKeys } from '@/components/list/use-list-keys'
import { ForecastStrip } from './forecast'
import { QueueFilterButton } from './queue-filter'
import { QueueList } from './queue-list'
import { QueueTabs } from './queue-tabs'
import { UnfoldForecast } from './unfold-forecast'
import { useQueue, useSummary } from './use-queue'

export const FOLD_COOKIE = 'forecast'

/** The cases with what falls due in the next hours. */
export function Desk({ folded: initiallyFolded, children }: { folded: boolean; children: ReactNode }) {
  const t = useTranslations('queue')
  const queue = useQueue()
  const summary = useSummary()
  const [folded, setFolded] = useState(initiallyFolded)
  const hrefOf = useListHref('/cases')
  useListKeys(queue.rows, hrefOf)
  const fold = (next: boolean) => {
    setFolded(next)
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store API is not everywhere yet
    document.cookie = `${FOLD_COOKIE}=${next ? 'folded' : 'open'}; path=/; max-age=31536000; samesite=lax`
  }
  return (
    <ListDesk
      head={
        <>
          <QueueTabs
            end={
              <>
                {summary && folded && <UnfoldForecast forecast={summary.forecast} onUnfold={() => fold(false)} />}
                <QueueFilterButton />
              </>
            }
            tab={queue.filter.tab}
          />
          {summary && !folded && (
            <ForecastStrip dueHour={queue.filter.dueHour} forecast={summary.forecast} onFold={() => fold(true)} />
          )}
        </>
      }
      list={<QueueList hrefOf={hrefOf} queue={queue} />}
      title={t('title')}
    >
      {children}
    </ListDesk>
  )
}

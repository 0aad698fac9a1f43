'use client'

import { cx } from 'class-variance-authority'
import { useParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { ForecastStrip } from './forecast'
import { OfflineStrip } from './offline-strip'
import { QueueFilterButton } from './queue-filter'
import { QueueList } from './queue-list'
import { QueueTabs } from './queue-tabs'
import { UnfoldForecast } from './unfold-forecast'
import { useQueue, useSummary } from './use-queue'
import { useQueueKeys } from './use-queue-keys'

export const FOLD_COOKIE = 'forecast'

/** List and case side by side; on a phone one at a time. */
export function Desk({ folded: initiallyFolded, children }: { folded: boolean; children: ReactNode }) {
  const t = useTranslations('queue')
  const { no } = useParams<{ no?: string }>()
  const queue = useQueue()
  const summary = useSummary()
  const [folded, setFolded] = useState(initiallyFolded)
  useQueueKeys(queue.rows)
  const fold = (next: boolean) => {
    setFolded(next)
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store API is not everywhere yet
    document.cookie = `${FOLD_COOKIE}=${next ? 'folded' : 'open'}; path=/; max-age=31536000; samesite=lax`
  }
  const shown = summary && !folded
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <h1 className="sr-only">{t('title')}</h1>
      <div className={cx('flex flex-none flex-col', no && 'max-md:hidden')}>
        <QueueTabs
          end={
            <>
              {summary && folded && <UnfoldForecast forecast={summary.forecast} onUnfold={() => fold(false)} />}
              <QueueFilterButton />
            </>
          }
          tab={queue.filter.tab}
        />
        {shown && (
          <ForecastStrip dueHour={queue.filter.dueHour} forecast={summary.forecast} onFold={() => fold(true)} />
        )}
      </div>
      <OfflineStrip />
      <div className="grid min-h-0 flex-1 md:grid-cols-[clamp(380px,45%,var(--size-list))_minmax(0,1fr)]">
        <div className={cx('flex min-h-0 min-w-0 flex-col md:border-r md:border-line', no && 'max-md:hidden')}>
          <QueueList queue={queue} />
        </div>
        <div className={cx('flex min-h-0 min-w-0 flex-col', !no && 'max-md:hidden')}>{children}</div>
      </div>
    </div>
  )
}

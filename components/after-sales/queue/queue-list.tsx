'use client'

import { useParams, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useCallback, useRef } from 'react'
import { Blank } from '@/components/ui/blank'
import { Button } from '@/components/ui/button'
import { QueueEmpty } from './queue-empty'
import { QueueHead } from './queue-head'
import { QueueRowLink } from './queue-row'
import { RowSkeletons } from './row-skeletons'
import { type Queue, useSummary } from './use-queue'

/** Loads the next page when this many rows are left below. */
const AHEAD_PX = 600

/** The list of cases: one is selected by the URL, one has the tab stop, arrows move between them. */
export function QueueList({ queue }: { queue: Queue }) {
  const t = useTranslations('queue')
  const { no } = useParams<{ no?: string }>()
  const search = useSearchParams().toString()
  const summary = useSummary()
  const list = useRef<HTMLDivElement>(null)
  const more = useLoadMore(queue)
  const hrefOf = (caseNo: string) => `/cases/${caseNo}${search && `?${search}`}`
  const tabStop = queue.rows.some((row) => row.no === no) ? no : queue.rows[0]?.no

  return (
    <section aria-label={t('list')} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <QueueHead queue={queue} total={summary?.counts[queue.filter.tab]} />
      {queue.failed && queue.rows.length > 0 && <p className={STALE}>{t('stale')}</p>}
      <div className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto [scrollbar-width:thin]" ref={list}>
        {queue.isLoading ? (
          <RowSkeletons label={t('loading')} />
        ) : queue.rows.length > 0 ? (
          <div aria-label={t('list')} onKeyDown={moveFocus} role="listbox" tabIndex={-1}>
            {queue.rows.map((row) => (
              <QueueRowLink
                href={hrefOf(row.no)}
                key={row.no}
                row={row}
                selected={row.no === no}
                tabbable={row.no === tabStop}
              />
            ))}
          </div>
        ) : queue.failed ? (
          <Blank
            action={<Button onClick={queue.retry}>{t('error.retry')}</Button>}
            role="alert"
            title={t('error.title')}
          >
            {t('error.body')}
          </Blank>
        ) : (
          <QueueEmpty filter={queue.filter} summary={summary} />
        )}
        {/* a new mark after each page: it may be near already, and only a new one says so */}
        {queue.hasMore && <div className="h-px" key={queue.rows.length} ref={more} />}
      </div>
    </section>
  )
}

const STALE = 'border-b border-line bg-warn-tint px-4 py-1.5 text-xs text-ink'

/** Arrows, Home and End go from row to row; Enter is the link's own. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=option]')]
  const at = rows.findIndex((row) => row.matches(':focus'))
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
  const row = to === undefined ? undefined : rows[to]
  if (!row) return
  event.preventDefault()
  row.focus()
}

/** A mark below the last row; when it comes near, the next page is fetched. */
function useLoadMore(queue: Queue) {
  const latest = useRef(queue)
  latest.current = queue
  return useCallback((mark: HTMLDivElement | null) => {
    if (!mark) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) latest.current.loadMore()
      },
      { root: mark.parentElement, rootMargin: `${AHEAD_PX}px` },
    )
    observer.observe(mark)
    return () => observer.disconnect()
  }, [])
}

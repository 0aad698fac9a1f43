'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useCallback, useRef } from 'react'
import { Blank } from '@/components/ui/blank'
import { Button } from '@/components/ui/button'
import { useHydrating } from '@/components/ui/use-hydrating'
import { RowSkeletons } from './row-skeletons'
import { useAnchor } from './use-anchor'
import type { ListView } from './use-list-view'
import type { Pages } from './use-pages'
import { useRevealed } from './use-revealed'

/** Loads the next page when this many rows' height is left below. */
const AHEAD_PX = 600

export type ListFrameProps = {
  list: Pages<unknown>
  view: ListView
  label: string
  /** What is said while the first rows come. */
  loading: string
  head?: ReactNode
  /** Its rows have boxes. */
  boxed?: boolean
  /** In place of rows when there are none. */
  empty: ReactNode
  /** The rows. */
  children: ReactNode
}

/** Around the rows: that they come, did not come, are older than they should be or that there are none; and more of them. */
export function ListFrame({ list, view, label, loading, head, boxed, empty, children }: ListFrameProps) {
  const t = useTranslations('queue')
  const more = useLoadMore(list.loadMore)
  const scroller = useRef<HTMLDivElement>(null)
  useAnchor(scroller, view)
  useRevealed(scroller, view.id)
  const filled = view.groups.some((shown) => shown.length > 0)
  return (
    <section
      aria-busy={useHydrating()}
      aria-label={label}
      className="flex min-h-0 min-w-0 flex-1 flex-col"
      ref={view.watch}
    >
      {head}
      {list.failed && filled && (
        <p className="border-b border-line bg-warn-tint px-4 py-1.5 text-xs text-ink">{t('stale')}</p>
      )}
      <div
        className="relative min-h-0 flex-1 overflow-x-hidden overflow-y-auto [overflow-anchor:none] [scrollbar-width:thin]"
        data-rows
        ref={scroller}
      >
        {list.isLoading ? (
          <RowSkeletons boxed={boxed} label={loading} />
        ) : filled ? (
          children
        ) : list.failed ? (
          <Blank
            action={<Button onClick={list.retry}>{t('error.retry')}</Button>}
            role="alert"
            title={t('error.title')}
          >
            {t('error.body')}
          </Blank>
        ) : (
          empty
        )}
        {list.hasMore && !list.isLoading && <div className="h-px" key={markOf(list)} ref={more} />}
      </div>
    </section>
  )
}

/**
 * A new mark after each answer: it may be near already, and only a new one says so. Another answer may also have come in
 * place of the page that was asked for. When none comes nobody asks again by himself.
 */
function markOf({ failed, isFetching, rows }: Pages<unknown>): string {
  return failed ? 'failed' : `${rows.length} ${isFetching}`
}

/** A mark below the last row; when it comes near, the next page is fetched. */
function useLoadMore(loadMore: () => void) {
  const latest = useRef(loadMore)
  latest.current = loadMore
  return useCallback((mark: HTMLDivElement | null) => {
    if (!mark) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) latest.current()
      },
      { root: mark.parentElement, rootMargin: `${AHEAD_PX}px` },
    )
    observer.observe(mark)
    return () => observer.disconnect()
  }, [])
}

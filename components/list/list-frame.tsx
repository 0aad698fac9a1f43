'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useCallback, useRef } from 'react'
import { Blank } from '@/components/ui/blank'
import { Button } from '@/components/ui/button'
import { useHydrating } from '@/components/ui/use-hydrating'
import { RowSkeletons } from './row-skeletons'
import type { Pages } from './use-pages'

/** Loads the next page when this many rows' height is left below. */
const AHEAD_PX = 600

export type ListFrameProps = {
  list: Pages<unknown>
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
export function ListFrame({ list, label, loading, head, boxed, empty, children }: ListFrameProps) {
  const t = useTranslations('queue')
  const more = useLoadMore(list.loadMore)
  const { length } = list.rows
  return (
    <section aria-busy={useHydrating()} aria-label={label} className="flex min-h-0 min-w-0 flex-1 flex-col">
      {head}
      {list.failed && length > 0 && (
        <p className="border-b border-line bg-warn-tint px-4 py-1.5 text-xs text-ink">{t('stale')}</p>
      )}
      <div className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto [scrollbar-width:thin]" data-rows>
        {list.isLoading ? (
          <RowSkeletons boxed={boxed} label={loading} />
        ) : length > 0 ? (
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
        {/* a new mark after each page: it may be near already, and only a new one says so */}
        {list.hasMore && !list.isLoading && <div className="h-px" key={length} ref={more} />}
      </div>
    </section>
  )
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

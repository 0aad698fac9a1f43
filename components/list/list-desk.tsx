'use client'

import { cx } from 'class-variance-authority'
import { useParams } from 'next/navigation'
import type { ReactNode } from 'react'
import { OfflineStrip } from './offline-strip'

export type ListDeskProps = {
  title: string
  /** Over both, on a phone over the list alone. */
  head: ReactNode
  list: ReactNode
  /** The pane carries more than a case's facts: the list leaves it the room. */
  narrow?: boolean
  /** What is open, or where to begin. */
  children: ReactNode
}

/** A list at the left, what is open of it beside it; on a phone one at a time. */
export function ListDesk({ title, head, list, narrow = false, children }: ListDeskProps) {
  const { no } = useParams<{ no?: string }>()
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      {no === undefined && <h1 className="sr-only">{title}</h1>}
      <div className={cx('flex flex-none flex-col', no && 'max-md:hidden')}>{head}</div>
      <OfflineStrip />
      <div
        className={cx(
          'grid min-h-0 flex-1',
          narrow
            ? 'md:grid-cols-[308px_minmax(0,1fr)]'
            : 'md:grid-cols-[clamp(380px,45%,var(--size-list))_minmax(0,1fr)]',
        )}
      >
        <div className={cx('flex min-h-0 min-w-0 flex-col md:border-r md:border-line', no && 'max-md:hidden')}>
          {list}
        </div>
        <div className={cx('flex min-h-0 min-w-0 flex-col', !no && 'max-md:hidden')}>{children}</div>
      </div>
    </div>
  )
}

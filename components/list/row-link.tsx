'use client'

import { cx } from 'class-variance-authority'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { RowBox, type RowBoxProps } from './row-box'
import { RowGone } from './row-gone'
import type { RowPlace } from './row-list'

export type RowLinkProps = RowPlace & {
  no: string
  clock: ReactNode
  title: ReactNode
  amount: string
  /** The amount is what one should look at. */
  heavy?: boolean
  /** In a narrow list the clock has less room. */
  narrow?: boolean
  /** Where rows are selected. */
  box?: RowBoxProps
  /** The second line. */
  children: ReactNode
}

/** One row of a list: its clock, what it is, what it costs, and a line about what happens to it. */
export function RowLink(props: RowLinkProps) {
  const {
    no,
    href,
    selected,
    tabbable,
    gone,
    at,
    of,
    clock,
    title,
    amount,
    heavy = false,
    narrow = false,
    box,
    children,
  } = props
  return (
    <Link
      // selected: what is open; checked: what an act on many goes to
      aria-checked={gone ? undefined : box?.checked}
      aria-posinset={at}
      aria-selected={selected}
      aria-setsize={of}
      className={cx(
        ROW,
        gone && '[&_span]:text-ink-3!',
        narrow ? 'grid-cols-[72px_minmax(0,1fr)]' : 'grid-cols-[76px_minmax(0,1fr)]',
        box && (box.shown ? 'pl-12 md:pl-10.5' : 'md:pl-10.5'),
      )}
      data-row={no}
      href={href}
      prefetch={false}
      role="option"
      scroll={false}
      tabIndex={tabbable ? 0 : -1}
    >
      {box && !gone && <RowBox {...box} />}
      {gone ? <span /> : clock}
      <span className="block min-w-0">
        <span className="flex h-5.5 min-w-0 items-center gap-2">
          {title}
          <span
            className={cx(
              'ml-auto text-base whitespace-nowrap',
              heavy && !gone ? 'font-semibold text-ink' : 'text-ink-3',
            )}
          >
            {amount}
          </span>
        </span>
        <span className="flex h-4.5 min-w-0 items-center gap-2 text-xs max-md:mt-0.5">
          {gone ? <RowGone /> : children}
        </span>
      </span>
    </Link>
  )
}

const ROW =
  'group relative grid h-(--size-row) items-center gap-x-3 border-b border-line px-4 text-ink-2 -outline-offset-2 hover:bg-inset hover:no-underline aria-selected:bg-accent-tint aria-selected:shadow-[inset_2px_0_var(--color-accent)] max-md:h-17'

import { cx } from 'class-variance-authority'
import type { ReactNode } from 'react'

export type HeadGridProps = {
  /** The first line. */
  children: ReactNode
  sentence: ReactNode
  /** Right of the sentence, on a phone right of the first line: the digits. */
  big?: ReactNode
  why: ReactNode
  /** Under the digits. */
  due?: ReactNode
  /** The phone shows the reason too; else only the sentence. */
  whole?: boolean
}

/** The lines of the head of a case. */
export function HeadGrid({ children, sentence, big, why, due, whole = false }: HeadGridProps) {
  const small = 'text-xs text-ink-3 max-md:col-span-2'
  return (
    <header className="grid flex-none grid-cols-[minmax(0,1fr)_auto] gap-x-4 px-4 pt-2.5 pb-3 md:px-5">
      {children}
      <h1 className="row-start-2 min-w-0 self-baseline text-lg font-semibold text-ink max-md:col-span-2 md:mt-0.5">
        {sentence}
      </h1>
      {big && <div className="self-baseline justify-self-end max-md:col-start-2 max-md:row-start-1">{big}</div>}
      <p className={cx(small, 'row-start-3', !whole && 'max-md:hidden')}>{why}</p>
      {due && <p className={cx(small, 'row-start-3 justify-self-end whitespace-nowrap max-md:hidden')}>{due}</p>}
    </header>
  )
}

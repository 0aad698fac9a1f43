import { cx } from 'class-variance-authority'
import { type ReactNode, useId } from 'react'

export type SectionProps = {
  title: ReactNode
  /** To the right of the title. */
  end?: ReactNode
  /** In the facts column: less room around it. */
  narrow?: boolean
  /** Takes the room that is left. */
  grow?: boolean
  /** Where something else says the same, a tab or the place itself, the heading is for screen readers only. */
  unheaded?: 'max-md' | 'max-xl'
  className?: string
  children: ReactNode
}

const HIDDEN = { 'max-md': 'max-md:sr-only', 'max-xl': 'max-xl:sr-only' }

/** A part of a case under its own quiet heading; hairlines part it from the next. */
export function Section({ title, end, narrow = false, grow = false, unheaded, className, children }: SectionProps) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className={cx(
        'border-line px-4 not-first:border-t',
        grow ? 'flex-auto' : 'flex-none',
        narrow ? 'py-3 md:max-xl:px-5' : 'py-3.5 md:px-5',
        className,
      )}
    >
      <div className={cx('mb-2 flex items-center gap-2 text-xs text-ink-3', unheaded && !end && HIDDEN[unheaded])}>
        <h2 className={cx('flex min-w-0 items-center gap-2', unheaded && HIDDEN[unheaded])} id={id}>
          {title}
        </h2>
        {end && <span className="ml-auto flex-none">{end}</span>}
      </div>
      {children}
    </section>
  )
}

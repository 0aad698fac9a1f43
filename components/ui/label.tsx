import { cx } from 'class-variance-authority'
import type { ComponentProps } from 'react'

/** A label on its own, where Field is too much; name its control with `htmlFor`. */
export function Label({ className, htmlFor, children, ...rest }: ComponentProps<'label'> & { htmlFor: string }) {
  return (
    <label {...rest} className={cx('text-xs text-ink-2', className)} htmlFor={htmlFor}>
      {children}
    </label>
  )
}

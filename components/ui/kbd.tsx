import { cx } from 'class-variance-authority'
import type { ReactNode } from 'react'

/** The key that does the same as the button it stands in; hidden from screen readers, which hear `aria-keyshortcuts`. */
export function Kbd({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      aria-hidden
      className={cx(
        'min-w-4 flex-none rounded-[3px] border border-current/45 px-1 text-center text-2xs font-normal',
        className,
      )}
    >
      {children}
    </kbd>
  )
}

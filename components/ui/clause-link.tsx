import { cx } from 'class-variance-authority'
import Link from 'next/link'

/** The clause that a decision stands on, linked to its text. */
export function ClauseLink({ clause, className }: { clause: string; className?: string }) {
  return (
    <Link
      className={cx(
        'flex-none rounded-xs border border-line-strong px-0.75 text-2xs leading-[14px] font-normal whitespace-nowrap text-ink-3 hover:border-accent hover:text-accent-ink hover:no-underline',
        className,
      )}
      href={`/rules#${clause}`}
      prefetch={false}
    >
      {clause}
    </Link>
  )
}

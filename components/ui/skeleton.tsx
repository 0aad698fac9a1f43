import { cx } from 'class-variance-authority'

/** A bar where text will be; width and height by class. Stands still. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cx('block rounded-xs bg-pressed', className ?? 'h-2.5 w-full')} />
}

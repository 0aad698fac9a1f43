import { cx } from 'class-variance-authority'
import { initialsOf } from '@/components/layout/initials'

/** Somebody's short mark; his name stands beside it, or is said (`label`). */
export function Face({ name, label, small = false }: { name: string; label?: string; small?: boolean }) {
  return (
    <span
      {...(label === undefined ? { 'aria-hidden': true } : { 'aria-label': label, role: 'img', title: label })}
      className={cx(
        'inline-block flex-none overflow-hidden rounded-full bg-pressed text-center text-2xs text-ink',
        small ? 'size-4.5 leading-4.5' : 'size-5 leading-5',
      )}
    >
      {initialsOf(name)}
    </span>
  )
}

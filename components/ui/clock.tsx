import { cva, cx } from 'class-variance-authority'
import { Snowflake } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'

/** How much of the limit is left: > 50 %, ≤ 50 %, < 6 h, < 1 h, none; or the clock stands. */
export type Level = 'calm' | 'half' | 'h6' | 'h1' | 'passed' | 'frozen'

/** Gives what lies inside the level's colour as `--level`. */
export const levelClass = cva('', {
  variants: {
    level: {
      calm: '[--level:var(--color-calm)]',
      half: '[--level:var(--color-half)]',
      h6: '[--level:var(--color-h6)]',
      h1: '[--level:var(--color-h1)]',
      passed: '[--level:var(--color-passed)]',
      frozen: '[--level:var(--color-frozen)]',
    },
  },
})

const digitsClass = cva('inline-flex items-center gap-1 text-base leading-5 whitespace-nowrap', {
  variants: {
    level: {
      calm: 'text-ink-2',
      half: 'text-half',
      h6: 'font-semibold text-h6',
      h1: '-ml-1.25 rounded-[3px] bg-h1 px-1.25 font-semibold text-on-h1',
      passed: 'text-sm font-semibold text-passed',
      frozen: 'text-frozen',
    },
  },
})

const fuseClass = cva('relative block w-full flex-none overflow-hidden h-(--size-fuse)', {
  variants: {
    level: {
      calm: 'bg-pressed',
      half: 'bg-pressed',
      h6: 'bg-pressed',
      h1: 'bg-pressed',
      passed: 'bg-pressed',
      frozen: 'bg-[repeating-linear-gradient(90deg,var(--color-line-strong)_0_3px,transparent_3px_6px)]',
    },
    edge: { true: '', false: 'rounded-xs group-aria-selected:bg-accent-line' },
  },
})

/**
 * The thin line that gets shorter. `left`: what remains of the limit, 0 to 100 %. `edge`: as the lower edge of a head,
 * without round ends. On a selected row (`group` with `aria-selected`) it lies on the selection's tint.
 */
export function Fuse({
  level,
  left,
  edge = false,
  className,
}: {
  level: Level
  left: number
  edge?: boolean
  className?: string
}) {
  return (
    <span aria-hidden="true" className={cx(levelClass({ level }), fuseClass({ level, edge }), className)}>
      {level !== 'passed' && (
        <span
          className={cx(
            'absolute inset-y-0 left-0 min-w-0.5',
            level === 'frozen'
              ? 'bg-[repeating-linear-gradient(90deg,var(--color-frozen)_0_3px,transparent_3px_6px)]'
              : 'bg-(--level)',
            !edge && level !== 'frozen' && 'rounded-xs',
          )}
          style={{ width: `${left}%` }}
        />
      )}
    </span>
  )
}

export type ClockProps = {
  level: Level
  left: number
  /** What ticks: "01:12:08", or the word that stands for it when it has passed. Hidden from screen readers. */
  children: ReactNode
  /** The instant itself with its zone, for the pointer and for screen readers. */
  absolute: string
  className?: string
}

/** Digits over a fuse, as on a row. */
export function Clock({ level, left, children, absolute, className }: ClockProps) {
  return (
    <div className={cx('grid justify-items-start gap-1.25', className)} title={absolute}>
      <span aria-hidden="true" className={digitsClass({ level })}>
        {level === 'frozen' && <Icon as={Snowflake} small />}
        {children}
      </span>
      <span className="sr-only">{absolute}</span>
      <Fuse level={level} left={left} />
    </div>
  )
}

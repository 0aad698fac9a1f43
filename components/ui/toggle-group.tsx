'use client'

import { cx } from 'class-variance-authority'
import { ToggleGroup as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

export type ToggleGroupProps<V extends string> = {
  value: V | undefined
  onValueChange: (value: V) => void
  options: readonly { value: V; label: ReactNode; disabled?: boolean }[]
  'aria-label': string
  disabled?: boolean
  className?: string
}

/** One of a few, side by side. Pressing the chosen one again keeps it. */
export function ToggleGroup<V extends string>(props: ToggleGroupProps<V>) {
  const { value, onValueChange, options, disabled, className } = props
  return (
    <Radix.Root
      aria-label={props['aria-label']}
      className={cx('inline-flex overflow-hidden rounded-sm border border-line-control', className)}
      disabled={disabled}
      onValueChange={(chosen) => chosen && onValueChange(chosen as V)}
      type="single"
      value={value ?? ''}
    >
      {options.map((option) => (
        <Radix.Item
          className="inline-flex h-9.5 flex-auto items-center justify-center gap-1.5 bg-surface px-2.5 whitespace-nowrap text-ink-2 not-first:border-l not-first:border-line-control hover:bg-inset focus-visible:-outline-offset-2 data-disabled:cursor-not-allowed data-disabled:text-ink-3 data-[state=on]:bg-accent-tint data-[state=on]:font-semibold data-[state=on]:text-accent-ink data-[state=on]:shadow-[inset_0_0_0_1px_var(--color-accent)] md:h-6.5"
          disabled={option.disabled}
          key={option.value}
          value={option.value}
        >
          {option.label}
        </Radix.Item>
      ))}
    </Radix.Root>
  )
}

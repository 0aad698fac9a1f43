'use client'

import { cx } from 'class-variance-authority'
import { Check } from 'lucide-react'
import { Checkbox as Radix } from 'radix-ui'

export type CheckboxProps = {
  /** `indeterminate`: some of what it stands for. */
  checked: boolean | 'indeterminate'
  onCheckedChange: (checked: boolean) => void
  'aria-label'?: string
  id?: string
  disabled?: boolean
  tabIndex?: number
  className?: string
}

export function Checkbox({ checked, onCheckedChange, className, ...rest }: CheckboxProps) {
  return (
    <Radix.Root
      {...rest}
      checked={checked}
      // 24 px to hit, 14 px to see.
      className={cx('group/box -m-1.25 grid size-6 flex-none place-items-center rounded-sm', className)}
      onCheckedChange={(next) => onCheckedChange(next === true)}
    >
      <span className="grid size-3.5 place-items-center rounded-[3px] border border-line-control bg-surface text-on-accent group-disabled/box:border-line group-disabled/box:bg-inset group-data-[state=checked]/box:border-accent group-data-[state=checked]/box:bg-accent group-data-[state=indeterminate]/box:border-accent group-data-[state=indeterminate]/box:bg-accent">
        <Radix.Indicator>
          {checked === 'indeterminate' ? (
            <span className="block h-0.5 w-2 bg-on-accent" />
          ) : (
            <Check aria-hidden size={12} strokeWidth={3} />
          )}
        </Radix.Indicator>
      </span>
    </Radix.Root>
  )
}

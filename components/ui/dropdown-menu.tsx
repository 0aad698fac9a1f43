'use client'

import { cx } from 'class-variance-authority'
import { Check } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'

export const DropdownMenu = Radix.Root

/** Opens the menu; with `asChild` the child is the button. */
export const DropdownMenuTrigger = Radix.Trigger

export function DropdownMenuContent({ className, ...rest }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        align="start"
        collisionPadding={8}
        sideOffset={4}
        {...rest}
        className={cx(
          'z-30 max-h-(--radix-dropdown-menu-content-available-height) min-w-40 animate-appear overflow-y-auto rounded-md bg-surface p-1 text-ink shadow-overlay outline-none',
          className,
        )}
      />
    </Radix.Portal>
  )
}

const itemClass =
  'flex min-h-10 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 text-ink outline-none select-none hover:no-underline data-disabled:cursor-not-allowed data-disabled:text-ink-3 data-highlighted:bg-inset md:min-h-7'

export function DropdownMenuItem({ className, ...rest }: ComponentProps<typeof Radix.Item>) {
  return <Radix.Item {...rest} className={cx(itemClass, className)} />
}

export const DropdownMenuRadioGroup = Radix.RadioGroup

export function DropdownMenuRadioItem({ className, children, ...rest }: ComponentProps<typeof Radix.RadioItem>) {
  return (
    <Radix.RadioItem {...rest} className={cx(itemClass, className)}>
      <span className="flex w-3.5 flex-none justify-center">
        <Radix.ItemIndicator>
          <Icon as={Check} small />
        </Radix.ItemIndicator>
      </span>
      {children}
    </Radix.RadioItem>
  )
}

export function DropdownMenuLabel({ children, className }: { children: ReactNode; className?: string }) {
  return <Radix.Label className={cx('px-2 py-1 text-xs text-ink-3', className)}>{children}</Radix.Label>
}

export function DropdownMenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />
}

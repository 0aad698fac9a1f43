'use client'

import { cx } from 'class-variance-authority'
import { Popover as Radix } from 'radix-ui'
import type { ComponentProps } from 'react'
import { leaveToInputMethod } from '@/components/ui/input-method'

export const Popover = Radix.Root
export const PopoverTrigger = Radix.Trigger
export const PopoverAnchor = Radix.Anchor
export const PopoverClose = Radix.Close

export function PopoverContent({ className, ...rest }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        align="start"
        collisionPadding={8}
        onEscapeKeyDown={leaveToInputMethod}
        sideOffset={4}
        {...rest}
        className={cx(
          'z-30 max-h-(--radix-popover-content-available-height) w-80 max-w-[calc(100vw-16px)] animate-appear overflow-y-auto rounded-md bg-surface p-3 shadow-overlay outline-none',
          className,
        )}
      />
    </Radix.Portal>
  )
}

'use client'

import { Tooltip as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

export type TooltipProps = {
  content: ReactNode
  /** One element that can take focus. */
  children: ReactNode
  side?: 'top' | 'right' | 'bottom' | 'left'
}

/** Says after 300 ms what stands elsewhere too: never the only place for a fact. */
export function Tooltip({ content, children, side = 'bottom' }: TooltipProps) {
  return (
    <Radix.Provider delayDuration={300}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            className="z-40 flex max-w-72 animate-appear items-center gap-2 rounded-sm bg-inverse px-2 py-1 text-xs text-on-inverse"
            collisionPadding={8}
            side={side}
            sideOffset={6}
          >
            {content}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  )
}

'use client'

import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import type { KeyboardEventHandler, ReactNode, RefObject } from 'react'
import { Icon } from '@/components/ui/icon'
import { leaveToInputMethod } from '@/components/ui/input-method'

export type FlyoutProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  closeLabel: string
  /** Right in the head, before the cross. */
  acts?: ReactNode
  /** Its button, which the focus goes back to. */
  button: RefObject<HTMLElement | null>
  onKeyDown?: KeyboardEventHandler<HTMLElement>
  children: ReactNode
}

/** Hangs below the top bar at its right end; on a phone it is the whole screen. Esc and a click beside it close it. */
export function Flyout({ open, onOpenChange, title, closeLabel, acts, button, onKeyDown, children }: FlyoutProps) {
  return (
    <Dialog.Root onOpenChange={onOpenChange} open={open}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-20" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-0 z-30 flex animate-appear flex-col bg-surface shadow-overlay outline-none md:inset-auto md:top-[calc(var(--size-topbar)+4px)] md:right-3 md:max-h-[min(640px,calc(100dvh-var(--size-topbar)-16px))] md:w-110 md:rounded-md"
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            button.current?.focus()
          }}
          onEscapeKeyDown={leaveToInputMethod}
          onKeyDown={onKeyDown}
          // the list itself, not the first of its buttons
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
          }}
        >
          <header className="flex h-12 flex-none items-center gap-1 border-b border-line pr-2 pl-4 md:h-11">
            <Dialog.Title className="min-w-0 flex-1 truncate font-semibold text-ink max-md:text-lg">
              {title}
            </Dialog.Title>
            {acts}
            <Dialog.Close
              aria-label={closeLabel}
              className="inline-flex size-10 flex-none items-center justify-center rounded-sm text-ink-2 hover:bg-pressed md:size-7"
            >
              <Icon as={X} />
            </Dialog.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto overflow-x-hidden">{children}</div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

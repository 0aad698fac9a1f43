'use client'

import { cx } from 'class-variance-authority'
import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { leaveToInputMethod } from '@/components/ui/input-method'

export type SheetProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  /** Beside the title, quieter: what it is about. */
  detail?: ReactNode
  /** Right in the head, before the cross: the clock. */
  aside?: ReactNode
  /** The lower edge of the head: a Fuse. A hairline stands there without one. */
  edge?: ReactNode
  /** Without one there is no cross: what stands in it has its own way out. */
  closeLabel?: string
  /** The bar at the bottom; does not scroll. */
  footer?: ReactNode
  children: ReactNode
  /** 560 px, or 400 where little stands in it. */
  width?: 'md' | 'sm'
  onOpenAutoFocus?: ComponentProps<typeof Dialog.Content>['onOpenAutoFocus']
}

/** What needs writing slides in from the right; on a phone it is the whole screen. Esc and the scrim close it. */
export function Sheet(props: SheetProps) {
  const { open, onOpenChange, title, detail, aside, edge, closeLabel, footer, children } = props
  return (
    <Dialog.Root onOpenChange={onOpenChange} open={open}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-20 animate-appear bg-scrim" />
        <Dialog.Content
          // The whole sheet is its own description; without this Radix asks for one.
          aria-describedby={undefined}
          className={cx(
            'fixed inset-y-0 right-0 z-20 flex w-full animate-slide-in flex-col bg-surface shadow-sheet outline-none',
            props.width === 'sm' ? 'md:w-100' : 'md:w-140',
          )}
          onEscapeKeyDown={leaveToInputMethod}
          onOpenAutoFocus={props.onOpenAutoFocus}
        >
          <header className="flex h-12 flex-none items-center gap-2.5 pr-3 pl-4 md:pl-6">
            <Dialog.Title className="min-w-0 flex-1 truncate text-lg font-semibold text-ink">
              {title}
              {detail && <span className="ml-1.5 text-sm font-normal text-ink-3">{detail}</span>}
            </Dialog.Title>
            {aside}
            {closeLabel !== undefined && (
              <Dialog.Close
                aria-label={closeLabel}
                className="inline-flex size-10 flex-none items-center justify-center rounded-sm text-ink-2 hover:bg-pressed md:size-7"
              >
                <Icon as={X} />
              </Dialog.Close>
            )}
          </header>
          {edge ?? <div className="h-px flex-none bg-line" />}
          <div className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto">{children}</div>
          {footer && (
            <footer className="flex min-h-14 flex-none items-center gap-2 border-t border-line-strong px-4 py-2 md:px-6">
              {footer}
            </footer>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

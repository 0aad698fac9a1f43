'use client'

import { cx } from 'class-variance-authority'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { Button } from './button'
import { Kbd } from './kbd'

export type ConfirmBarProps = {
  label: string
  /** What it does, in the words of its button. */
  doIt: string
  busy: boolean
  busyLabel: string
  /** Why it cannot be done now. */
  reason?: string | false | null
  onConfirm: () => void
  onCancel: () => void
  /** Where nobody else listens for it. */
  onEscape?: () => void
  className?: string
  /** What will happen, to whom and how much. */
  children: ReactNode
}

/** Stands in an action bar's place and says what will be; Enter does it, Esc goes back. */
export function ConfirmBar(props: ConfirmBarProps) {
  const { label, doIt, busy, busyLabel, reason, onConfirm, onCancel, onEscape, className, children } = props
  const common = useTranslations('common')
  const says = useId()
  return (
    <div
      aria-describedby={says}
      aria-label={label}
      className={cx(
        'flex min-h-(--size-actions) flex-none flex-wrap items-center gap-2 border-t border-line-strong bg-accent-tint px-4 py-2.5',
        className,
      )}
      onKeyDown={(event) => {
        // the key that opened this and is still held down confirms nothing
        if (event.repeat && event.key === 'Enter') event.preventDefault()
        if (event.key === 'Escape' && !busy) onEscape?.()
      }}
      role="alertdialog"
    >
      <div className="flex min-w-0 flex-1 basis-80 flex-wrap items-center gap-x-2 gap-y-1 text-ink" id={says}>
        {children}
      </div>
      <div className="ml-auto flex flex-none items-center gap-2 max-md:w-full max-md:flex-row-reverse">
        <Button disabled={busy} onClick={onCancel} size="lg" variant="bare">
          {common('cancel')}
          <Kbd className="max-md:hidden">Esc</Kbd>
        </Button>
        <Button
          autoFocus
          busy={busy}
          busyLabel={busyLabel}
          className="max-md:flex-1"
          onClick={onConfirm}
          reason={reason}
          size="lg"
          variant="primary"
        >
          {doIt}
          <Kbd className="max-md:hidden">⏎</Kbd>
        </Button>
      </div>
    </div>
  )
}

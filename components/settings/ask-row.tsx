'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { Button } from '@/components/ui/button'

export type AskRowProps = {
  /** "吊销 ERP 同步": what the act is and on what; the button says the same. */
  act: string
  /** What stops working, or what cannot be undone. */
  consequence: ReactNode
  busy: boolean
  busyLabel: string
  onConfirm: () => void
  onCancel: () => void
}

/** Asks in the thing's own place before what cannot be undone: `Enter` does it, `Esc` does not. */
export function AskRow({ act, consequence, busy, busyLabel, onConfirm, onCancel }: AskRowProps) {
  const common = useTranslations('common')
  const consequenceId = useId()
  return (
    <div
      aria-describedby={consequenceId}
      aria-label={act}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 bg-danger-tint px-3 py-2 text-xs text-ink"
      onKeyDown={(event) => {
        // the key that opened this and is still held down confirms nothing
        if (event.repeat && event.key === 'Enter') event.preventDefault()
        if (event.key === 'Escape' && !busy) onCancel()
      }}
      role="alertdialog"
    >
      <span className="min-w-60 flex-1" id={consequenceId}>
        {consequence}
      </span>
      <span className="flex items-center gap-2">
        {/* on a phone what was done before may still be told at the foot: the focus brings the button above it */}
        <Button
          autoFocus
          className="max-md:scroll-mb-36"
          busy={busy}
          busyLabel={busyLabel}
          onClick={onConfirm}
          variant="danger-primary"
        >
          {act}
        </Button>
        <Button disabled={busy} onClick={onCancel} variant="bare">
          {common('cancel')}
        </Button>
      </span>
    </div>
  )
}

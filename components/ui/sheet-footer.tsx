'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { Button } from './button'
import { Kbd } from './kbd'
import { useSendKey } from './use-send-key'

export type SheetFooterProps = {
  /** What is still missing, or what comes of it. */
  note: ReactNode
  /** Nothing is missing. */
  ready: boolean
  submit: string
  busy: boolean
  busyLabel: string
  /** It refuses something. */
  danger?: boolean
  onSend: () => void
  onCancel: () => void
}

/** Under what is being written: leave it, or send it by button or key. */
export function SheetFooter(props: SheetFooterProps) {
  const { note, ready, submit, busy, busyLabel, danger = false, onSend, onCancel } = props
  const common = useTranslations('common')
  const sendKey = useSendKey(onSend)
  const says = useId()
  return (
    <>
      <span className="min-w-0 flex-1 text-xs text-ink-3" id={says}>
        {note}
      </span>
      <Button disabled={busy} onClick={onCancel} size="lg" variant="bare">
        {common('cancel')}
        <Kbd className="max-md:hidden">Esc</Kbd>
      </Button>
      <Button
        aria-describedby={says}
        aria-disabled={!ready || undefined}
        busy={busy}
        busyLabel={busyLabel}
        onClick={onSend}
        size="lg"
        variant={ready ? (danger ? 'danger-primary' : 'primary') : 'plain'}
      >
        {submit}
        <Kbd className="max-md:hidden">{sendKey}</Kbd>
      </Button>
    </>
  )
}

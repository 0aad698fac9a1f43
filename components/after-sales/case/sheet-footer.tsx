'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { useDesk } from './desk'
import { useSendKey } from './use-send-key'

export type SheetFooterProps = {
  /** What is still missing, or what comes of it. */
  note: ReactNode
  ready: boolean
  submit: string
  busyLabel: string
  onSend: () => void
}

/** Under what is being written on a case: leave it, or send it by button or key. */
export function SheetFooter({ note, ready, submit, busyLabel, onSend }: SheetFooterProps) {
  const common = useTranslations('common')
  const { deciding, open } = useDesk()
  const sendKey = useSendKey(onSend)
  return (
    <>
      <span className="min-w-0 flex-1 text-xs text-ink-3">{note}</span>
      <Button disabled={deciding} onClick={() => open(null)} size="lg" variant="bare">
        {common('cancel')}
        <Kbd className="max-md:hidden">Esc</Kbd>
      </Button>
      <Button
        aria-disabled={!ready || undefined}
        busy={deciding}
        busyLabel={busyLabel}
        onClick={onSend}
        size="lg"
        variant={ready ? 'primary' : 'plain'}
      >
        {submit}
        <Kbd className="max-md:hidden">{sendKey}</Kbd>
      </Button>
    </>
  )
}

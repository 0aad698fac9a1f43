'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useId, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Note } from '@/components/ui/note'
import { Sheet } from '@/components/ui/sheet'

export type FormSheetProps = {
  title: ReactNode
  detail?: ReactNode
  submit: string
  busyLabel: string
  busy: boolean
  /** What is missing before it can be sent; null: nothing. */
  missing?: string | null
  /** Why it was not done. */
  problem: ReactNode
  /** For what needs room to be read. */
  wide?: boolean
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/** A form over the page: it begins at its first field, sends once, and shows the first fault. What is under way is not left. */
export function FormSheet(props: FormSheetProps) {
  const { title, detail, submit, busyLabel, busy, missing = null, problem, wide = false, children } = props
  const common = useTranslations('common')
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (busy || missing !== null) return
    props.onSubmit()
    // once the fault is drawn
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
  }
  return (
    <Sheet
      closeLabel={common('close')}
      detail={detail}
      footer={
        <>
          <span className="flex-1" />
          <Button disabled={busy} onClick={props.onClose} size="lg" variant="bare">
            {common('cancel')}
          </Button>
          <Button
            busy={busy}
            busyLabel={busyLabel}
            form={id}
            reason={missing}
            ref={button}
            size="lg"
            type="submit"
            variant="primary"
          >
            {submit}
          </Button>
        </>
      }
      onOpenAutoFocus={(event) => {
        event.preventDefault()
        const first = form.current?.querySelector<HTMLElement>('input, textarea, [data-state=on]')
        ;(first ?? button.current)?.focus()
      }}
      onOpenChange={(opened) => opened || busy || props.onClose()}
      open
      title={title}
      width={wide ? undefined : 'sm'}
    >
      <form className="grid gap-4 px-4 py-4 md:px-6" id={id} noValidate onSubmit={send} ref={form}>
        {children}
        {problem && (
          <Note role="alert" tone="bad">
            {problem}
          </Note>
        )}
      </form>
    </Sheet>
  )
}

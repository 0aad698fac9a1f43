'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Dialog } from 'radix-ui'
import { type RefObject, useId, useRef } from 'react'
import { toolClass } from '@/components/layout/tool-class'
import { Icon } from '@/components/ui/icon'
import { leaveToInputMethod } from '@/components/ui/input-method'
import { Kbd } from '@/components/ui/kbd'
import type { Viewer } from '@/lib/auth/views'
import { OptionList, optionId } from './option-list'
import { PaletteField } from './palette-field'
import { panelClass } from './panel-class'
import { useGroups } from './use-groups'
import { useRovingOption } from './use-roving-option'

export type PanelProps = {
  open: boolean
  onClose: () => void
  text: string
  onText: (text: string) => void
  viewer: Viewer
  /** Where the focus was, and goes back to before anything is done. */
  back: RefObject<Element | null>
}

/** One field for cases, for what can be done now, and for where one can go. */
export default function PalettePanel({ open, onClose, back, ...rest }: PanelProps) {
  const t = useTranslations('shell.palette')
  const chosen = useRef<(() => void) | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const choose = (run: () => void) => {
    chosen.current = run
    onClose()
  }
  return (
    <Dialog.Root onOpenChange={(opened) => opened || onClose()} open={open}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-20 bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          className={panelClass}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (back.current instanceof HTMLElement && back.current.isConnected)
              back.current.focus({ preventScroll: true })
            const run = chosen.current
            chosen.current = null
            run?.()
          }}
          onEscapeKeyDown={leaveToInputMethod}
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            // behind what has been typed already
            field.current?.focus()
            field.current?.setSelectionRange(rest.text.length, rest.text.length)
          }}
        >
          <Dialog.Title className="sr-only">{t('title')}</Dialog.Title>
          <Choices {...rest} field={field} onChoose={choose} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

type ChoicesProps = Pick<PanelProps, 'text' | 'onText' | 'viewer'> & {
  field: RefObject<HTMLInputElement | null>
  onChoose: (run: () => void) => void
}

function Choices({ text, onText, viewer, field, onChoose }: ChoicesProps) {
  const t = useTranslations('shell.palette')
  const common = useTranslations('common')
  const listId = useId()
  const groups = useGroups(viewer, text)
  const options = groups.flatMap((group) => group.options)
  const choose = (at: number) => {
    const run = options[at]?.run
    if (run) onChoose(run)
  }
  const ids = options.map(({ id }) => id)
  const { active, point, press } = useRovingOption(text, ids, choose)
  return (
    <>
      <PaletteField
        aria-activedescendant={options.length > 0 ? optionId(listId, active) : undefined}
        aria-autocomplete="list"
        aria-controls={listId}
        aria-expanded
        member={viewer.current !== null}
        onKeyDown={press}
        onText={onText}
        ref={field}
        role="combobox"
        text={text}
      >
        <Dialog.Close aria-label={common('close')} className={`${toolClass} md:hidden`}>
          <Icon as={X} />
        </Dialog.Close>
      </PaletteField>
      <p aria-live="polite" className={options.length > 0 ? 'sr-only' : 'px-4 py-3 text-ink-3'}>
        {options.length > 0 ? t('found', { count: options.length }) : t('nothing')}
      </p>
      <OptionList active={active} groups={groups} id={listId} onChoose={choose} onPoint={point} />
      <p className="flex flex-none items-center gap-4 border-t border-line px-4 py-1.5 text-2xs text-ink-3 max-md:hidden">
        <Hint keys={['↑', '↓']}>{t('hints.move')}</Hint>
        <Hint keys={['⏎']}>{t('hints.choose')}</Hint>
        <Hint keys={['Esc']}>{t('hints.close')}</Hint>
      </p>
    </>
  )
}

function Hint({ keys, children }: { keys: readonly string[]; children: string }) {
  return (
    <span className="inline-flex items-center gap-1">
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
      {children}
    </span>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type RefObject, useId } from 'react'
import { Button } from '@/components/ui/button'
import { Textarea } from '@/components/ui/textarea'
import { NOTE_TEXT } from '@/lib/marks/domain/mark'
import type { Note } from './use-note'

export type NoteFormProps = { note: Note; field: RefObject<HTMLTextAreaElement | null>; onClose: () => void }

/** Where one writes to colleagues: Enter saves, Shift+Enter breaks the line. */
export function NoteForm({ note: { text, setText, fault, saving, save }, field, onClose }: NoteFormProps) {
  const t = useTranslations('marks')
  const common = useTranslations('common')
  const faultId = useId()
  const submit = async () => {
    if (await save()) onClose()
    else field.current?.focus()
  }
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // with an input method open every key is its own; Safari closes it first and says so by 229 alone
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'Escape') {
      event.currentTarget.blur()
      if (text.trim() === '') onClose()
      return
    }
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    void submit()
  }
  return (
    <div>
      <Textarea
        aria-busy={saving}
        aria-describedby={fault ? faultId : undefined}
        aria-invalid={fault === 'tooLong' || undefined}
        aria-label={t('noteLabel')}
        className="block max-h-48 overflow-y-auto"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
        placeholder={t('notePlaceholder')}
        readOnly={saving}
        ref={field}
        rows={2}
        value={text}
      />
      {fault && (
        <p className="mt-1 text-xs text-danger" id={faultId} role="alert">
          {fault === 'tooLong' ? t('tooLong', NOTE_TEXT) : t(`faults.${fault}`)}
        </p>
      )}
      <div className="mt-1.5 flex justify-end gap-1.5 text-xs">
        {text.trim() === '' && (
          <Button onClick={onClose} variant="bare">
            {common('cancel')}
          </Button>
        )}
        <Button busy={saving} onClick={() => void submit()} reason={text.trim() === '' && t('noteEmpty')}>
          {t('save')}
        </Button>
      </div>
    </div>
  )
}

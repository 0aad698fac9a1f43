'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useLayoutEffect, useRef } from 'react'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { REPLY_TEXT_MAX } from '@/lib/quick-replies/domain/quick-reply'
import { VARIABLES, type Variable, writeVariable } from '@/lib/quick-replies/domain/variables'

export type ReplyTextFieldProps = { text: string; error: string | undefined; onWrite: (text: string) => void }

/** The text, and the placeholders there are: each is put in where the cursor stands. */
export function ReplyTextField({ text, error, onWrite }: ReplyTextFieldProps) {
  const t = useTranslations('replies')
  const locale = useLocale()
  const field = useRef<HTMLTextAreaElement>(null)
  const cursor = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (cursor.current === null) return
    field.current?.focus()
    field.current?.setSelectionRange(cursor.current, cursor.current)
    cursor.current = null
  })
  const insert = (variable: Variable) => {
    const { selectionStart: from, selectionEnd: to } = field.current ?? {
      selectionStart: text.length,
      selectionEnd: text.length,
    }
    const written = writeVariable(variable, locale)
    cursor.current = from + written.length
    onWrite(text.slice(0, from) + written + text.slice(to))
  }
  const length = [...text.trim()].length
  const count = t('form.count', { count: length, max: REPLY_TEXT_MAX })
  return (
    <div>
      <Field
        end={<span className={length > REPLY_TEXT_MAX ? 'font-semibold text-danger' : undefined}>{count}</span>}
        error={error}
        label={t('form.text')}
      >
        {(control) => (
          <Textarea
            {...control}
            className="max-h-60 min-h-24"
            onChange={(event) => onWrite(event.target.value)}
            ref={field}
            required
            rows={4}
            value={text}
          />
        )}
      </Field>
      <fieldset className="mt-2 flex flex-wrap items-center gap-1.5 text-xs">
        <legend className="float-left mr-1 text-ink-3">{t('form.insert')}</legend>
        {VARIABLES.map((variable) => {
          const written = writeVariable(variable, locale)
          const label = t('form.insertOne', { variable: written, meaning: t(`variables.${variable}`) })
          return (
            <button
              aria-label={label}
              className="h-10 rounded-sm border border-line-strong px-2 text-ink-2 hover:bg-inset active:bg-pressed md:h-6"
              key={variable}
              onClick={() => insert(variable)}
              title={label}
              type="button"
            >
              {written}
            </button>
          )
        })}
      </fieldset>
    </div>
  )
}

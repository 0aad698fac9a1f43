'use client'

import { useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import { Button } from '@/components/ui/button'
import { Note } from '@/components/ui/note'
import { fillVariables, findPlaceholders, type Placeholder } from '@/lib/quick-replies/domain/variables'
import { useDesk } from './desk'
import { useReplyData, valueOn } from './use-reply-data'

export type UnfilledNoteProps = {
  text: string
  field: RefObject<HTMLTextAreaElement | null>
  onWrite: (text: string) => void
  className?: string
}

/**
 * Which placeholders still stand in a text, and why the case has no value for them. A press selects one, so that what is
 * typed takes its place; those that were typed by hand can be filled in.
 */
export function UnfilledNote({ text, field, onWrite, className }: UnfilledNoteProps) {
  const t = useTranslations('case.replies')
  const desk = useDesk()
  const placeholders = findPlaceholders(text)
  const { data } = useReplyData(placeholders.length > 0)
  if (placeholders.length === 0) return null

  const readValue = ({ variable, language }: Omit<Placeholder, 'written'>) =>
    valueOn(desk, data?.me, variable, language)
  const fillable = placeholders.some((one) => readValue(one) !== null)
  const lacking = new Set(placeholders.filter((one) => readValue(one) === null).map(({ variable }) => variable))
  const select = (name: string) => {
    const from = text.indexOf(name)
    field.current?.focus()
    field.current?.setSelectionRange(from, from + name.length)
  }
  const fill = () => {
    onWrite(fillVariables(text, (variable, language) => readValue({ variable, language })))
    field.current?.focus()
  }
  const names = () =>
    placeholders.map(({ written }) => (
      <button
        aria-label={t('find', { name: written })}
        className="mr-1 rounded-[3px] border border-warn px-1 font-semibold text-warn hover:bg-surface max-md:min-h-6"
        key={written}
        onClick={() => select(written)}
        type="button"
      >
        {written}
      </button>
    ))
  return (
    <Note className={className} role="status" tone="warn">
      {t.rich('unfilled', { names })}
      {(['amount', 'deadline'] as const).map(
        (variable) => lacking.has(variable) && <span key={variable}> · {t(`why.${variable}`)}</span>,
      )}
      {fillable && (
        <Button className="ml-2" onClick={fill}>
          {t('fill')}
        </Button>
      )}
    </Note>
  )
}

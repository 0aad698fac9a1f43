'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { ReplyButton } from '@/components/after-sales/case/reply-button'
import { useDraft } from '@/components/after-sales/case/use-draft'
import { useInsertion } from '@/components/after-sales/case/use-insertion'
import { MESSAGE_MAX } from '@/components/after-sales/case/use-message'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { findUnknown } from '@/lib/quick-replies/domain/variables'
import { ActSheet, type SheetOf } from './act-sheet'
import { VariableButtons } from './variable-buttons'

/** A message to the buyers of all that are selected; placeholders are filled in case by case. */
export default function MessageSheet({ shopId, ...sheet }: SheetOf & { shopId: string }) {
  const t = useTranslations('bulk.message')
  const [text, setText] = useDraft('bulk-message')
  const field = useRef<HTMLTextAreaElement>(null)
  const insertion = useInsertion(text, setText, field, true)
  const trimmed = text.trim()
  const unknown = findUnknown(text)
  const insert = (variable: string) => {
    insertion.insert(variable)
    requestAnimationFrame(insertion.settle)
  }
  return (
    <ActSheet
      {...sheet}
      act={trimmed === '' ? null : { type: 'sendMessage', text: trimmed }}
      missing={t('missing')}
      onStarted={() => setText('')}
      type="sendMessage"
    >
      <div>
        <Field
          hint={
            unknown.length > 0 ? (
              <span className="text-warn">{t('unknown', { names: unknown.map((name) => `{${name}}`).join(' ') })}</span>
            ) : (
              t('hint')
            )
          }
          label={t('label')}
        >
          {(control) => (
            <Textarea
              {...control}
              className="max-h-80 min-h-24"
              maxLength={MESSAGE_MAX}
              onChange={(event) => setText(event.target.value)}
              ref={field}
              rows={4}
              value={text}
            />
          )}
        </Field>
        <div className="mt-2 flex flex-wrap items-center gap-1.5">
          <ReplyButton disabled={false} insertion={insertion} shopId={shopId} />
          <VariableButtons onInsert={insert} />
        </div>
      </div>
    </ActSheet>
  )
}

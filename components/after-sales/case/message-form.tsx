'use client'

import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { MESSAGE_MAX } from './composer'
import { useDesk } from './desk'
import { useDraft } from './use-draft'

/** A message to the buyer from within a sheet; it shares its draft with the composer. */
export function MessageForm() {
  const t = useTranslations('reject.contact')
  const { view, talk } = useDesk()
  const [text, setText] = useDraft(`message:${view.no}`)
  const [sending, startSending] = useTransition()
  const send = () =>
    startSending(async () => {
      if (await talk({ type: 'sendMessage', text: text.trim() })) setText('')
    })
  return (
    <>
      <Field className="mt-3" label={t('write')}>
        {(control) => (
          <Textarea
            {...control}
            className="block"
            maxLength={MESSAGE_MAX}
            onChange={(event) => setText(event.target.value)}
            rows={2}
            value={text}
          />
        )}
      </Field>
      <div className="mt-2.5 flex items-center gap-2">
        <Button
          busy={sending}
          busyLabel={t('sending')}
          onClick={send}
          reason={text.trim() === '' ? t('sendMissing') : null}
        >
          {t('send')}
        </Button>
      </div>
    </>
  )
}

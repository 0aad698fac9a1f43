'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { AddFiles } from '@/components/files/add-files'
import { DropArea } from '@/components/files/drop-area'
import { UploadFaults } from '@/components/files/upload-faults'
import { UploadTiles } from '@/components/files/upload-tiles'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { ReplyButton } from './reply-button'
import { UnfilledNote } from './unfilled-note'
import { useInsertion } from './use-insertion'
import { MESSAGE_MAX, useMessage } from './use-message'

/** A message to the buyer from within a sheet; it shares its draft with the composer. */
export function MessageForm() {
  const t = useTranslations('reject.contact')
  const { text, setText, uploads, blank, reason, sending, send } = useMessage()
  const field = useRef<HTMLTextAreaElement>(null)
  const insertion = useInsertion(text, setText, field)
  return (
    <DropArea onFiles={uploads.add}>
      <Field className="mt-3" label={t('write')}>
        {(control) => (
          <Textarea
            {...control}
            className="block"
            maxLength={MESSAGE_MAX}
            onChange={(event) => setText(event.target.value)}
            ref={field}
            rows={2}
            value={text}
          />
        )}
      </Field>
      <UnfilledNote className="mt-1.5" field={field} onWrite={setText} text={text} />
      <UploadTiles uploads={uploads} viewable={false} />
      <UploadFaults uploads={uploads} />
      <div className="mt-2.5 flex items-center gap-2">
        <ReplyButton disabled={sending} insertion={insertion} />
        <AddFiles as="tool" disabled={sending} uploads={uploads} />
        <Button busy={sending} busyLabel={t('sending')} onClick={send} reason={blank ? t('sendMissing') : reason}>
          {t('send')}
        </Button>
      </div>
    </DropArea>
  )
}

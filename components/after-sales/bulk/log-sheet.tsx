'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { NOTE_MAX } from '@/components/after-sales/case/contact-form'
import { useDraft } from '@/components/after-sales/case/use-draft'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { ToggleGroup } from '@/components/ui/toggle-group'
import {
  CONTACT_CHANNELS,
  CONTACT_OUTCOMES,
  type ContactChannel,
  type ContactOutcome,
} from '@/lib/after-sales/domain/after-sale'
import { ActSheet, type SheetOf } from './act-sheet'

/** R1.3 One contact that goes on record for each of them, whether the buyer was reached and what was said. */
export default function LogSheet(sheet: SheetOf) {
  const t = useTranslations('case.contact')
  const bulk = useTranslations('bulk.log')
  const words = useTranslations('words')
  const [channel, setChannel] = useState<ContactChannel>('PHONE')
  const [outcome, setOutcome] = useState<ContactOutcome>('REACHED')
  const [note, setNote] = useDraft('bulk-contact')
  const needed = outcome === 'REACHED'
  const ready = !needed || note.trim() !== ''
  return (
    <ActSheet
      {...sheet}
      act={ready ? { type: 'logContact', channel, outcome, note: note.trim() } : null}
      missing={t('missing')}
      onStarted={() => setNote('')}
      type="logContact"
    >
      <p className="text-xs text-ink-3">{bulk('hint')}</p>
      <div className="flex flex-wrap items-center gap-3">
        <ToggleGroup
          aria-label={t('channel')}
          onValueChange={setChannel}
          options={CONTACT_CHANNELS.map((value) => ({ value, label: words(`channel.${value}`) }))}
          value={channel}
        />
        <ToggleGroup
          aria-label={t('outcome')}
          onValueChange={setOutcome}
          options={CONTACT_OUTCOMES.map((value) => ({ value, label: words(`outcome.${value}`) }))}
          value={outcome}
        />
      </div>
      <Field end={t(needed ? 'required' : 'optional')} label={t('note')}>
        {(control) => (
          <Textarea
            {...control}
            maxLength={NOTE_MAX}
            onChange={(event) => setNote(event.target.value)}
            placeholder={t('placeholder')}
            required={needed}
            rows={3}
            value={note}
          />
        )}
      </Field>
    </ActSheet>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { ToggleGroup } from '@/components/ui/toggle-group'
import { CONTACT_OUTCOMES, type ContactChannel, type ContactOutcome } from '@/lib/after-sales/domain/after-sale'
import { useDesk } from './desk'
import { useDraft } from './use-draft'

export const NOTE_MAX = 1000

/** R1.3 Whether the buyer was reached over this channel, and what was said. */
export function ContactForm({ channel, onLogged }: { channel: ContactChannel; onLogged?: () => void }) {
  const t = useTranslations('case.contact')
  const words = useTranslations('words.outcome')
  const types = useTranslations('words.type')
  const { view, talk } = useDesk()
  const proposal = view.service?.step === null ? view.service.proposal : null
  const [outcome, setOutcome] = useState<ContactOutcome>('REACHED')
  const [note, setNote] = useDraft(`contact:${view.no}`)
  const [logging, startLogging] = useTransition()
  const needed = outcome === 'REACHED'
  const log = () =>
    startLogging(async () => {
      if (!(await talk({ type: 'logContact', channel, outcome, note: note.trim() }))) return
      setNote('')
      onLogged?.()
    })
  return (
    <>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <span aria-hidden="true" className="text-xs">
          {t('outcome')}
        </span>
        <ToggleGroup
          aria-label={t('outcome')}
          onValueChange={setOutcome}
          options={CONTACT_OUTCOMES.map((value) => ({ value, label: words(value) }))}
          value={outcome}
        />
        {channel === 'PHONE' && (
          <span className="ml-auto flex items-center gap-2">
            {view.buyer.phone && <span className="text-xs text-ink-3">{t('phone')}</span>}
            <span className={view.buyer.phone ? 'text-ink' : 'text-xs text-ink-3'}>
              {view.buyer.phone ?? t('noPhone')}
            </span>
          </span>
        )}
      </div>
      <Field className="mt-3" end={t(needed ? 'required' : 'optional')} label={t('note')}>
        {(control) => (
          <Textarea
            {...control}
            className="block py-1.25! leading-5!"
            maxLength={NOTE_MAX}
            onChange={(event) => setNote(event.target.value)}
            placeholder={proposal ? t('placeholderAnswer', { kind: types(proposal.kind) }) : t('placeholder')}
            required={needed}
            rows={1}
            value={note}
          />
        )}
      </Field>
      <div className="mt-2.5 flex items-center gap-2">
        <Button
          busy={logging}
          busyLabel={t('busy')}
          onClick={log}
          reason={needed && note.trim() === '' ? t('missing') : null}
        >
          {t('submit')}
        </Button>
      </div>
    </>
  )
}

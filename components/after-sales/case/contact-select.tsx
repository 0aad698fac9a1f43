'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { type ContactChoiceProps, useContactText } from './contact-choice'

/** The contacts since the proposal, newest first. */
export default function ContactSelect({ contacts, value, onChoose, now }: ContactChoiceProps) {
  const t = useTranslations('case.proposal')
  const write = useContactText(now)
  return (
    <Field label={t('basis')}>
      {(control) => (
        <Select
          {...control}
          onValueChange={onChoose}
          options={contacts.map((contact) => ({ value: contact.id, label: write(contact) }))}
          value={value}
        />
      )}
    </Field>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { FormSheet } from '@/components/settings/form-sheet'
import { SecretSheet } from '@/components/settings/secret-sheet'
import { ChoiceList } from '@/components/ui/choice-list'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SecretUse } from './secret-use'
import { TypePicker } from './type-picker'
import { EXTENTS, useNewEndpoint } from './use-new-endpoint'

export type NewEndpointSheetProps = { shopId: string; onChanged: () => Promise<void>; onClose: () => void }

/** Sets up an endpoint, and then shows its secret, once. */
export function NewEndpointSheet({ shopId, onChanged, onClose }: NewEndpointSheetProps) {
  const t = useTranslations('webhooks.create')
  const urlInput = useRef<HTMLInputElement>(null)
  const form = useNewEndpoint(shopId, {
    onChanged: () => void onChanged(),
    onUrlFault: () => urlInput.current?.focus(),
  })

  if (form.created !== null)
    return (
      <SecretSheet
        detail={form.created.endpoint.url}
        label={t('secret')}
        onStored={onClose}
        secret={form.created.secret}
        title={t('done')}
      >
        <SecretUse />
      </SecretSheet>
    )
  return (
    <FormSheet
      busy={form.creating}
      busyLabel={t('busy')}
      missing={form.missing && t(`missing.${form.missing}`)}
      onClose={onClose}
      onSubmit={form.create}
      problem={form.problem ?? (form.faults.types && t(`faults.${form.faults.types}`))}
      submit={t('submit')}
      title={t('title')}
    >
      <Field error={form.faults.url && t(`faults.${form.faults.url}`)} hint={t('urlHint')} label={t('url')}>
        {(control) => (
          <Input
            {...control}
            autoCapitalize="none"
            autoComplete="off"
            inputMode="url"
            onChange={(event) => form.setUrl(event.target.value)}
            placeholder="https://erp.example.com/afterdesk"
            ref={urlInput}
            spellCheck={false}
            value={form.url}
          />
        )}
      </Field>
      <ChoiceList
        legend={t('types')}
        onValueChange={form.setExtent}
        options={EXTENTS.map((value) => ({
          value,
          label: t(`extents.${value}.name`),
          hint: t(`extents.${value}.hint`),
        }))}
        value={form.extent}
      />
      {form.extent === 'CHOSEN' && <TypePicker chosen={form.chosen} onChange={form.setChosen} />}
    </FormSheet>
  )
}

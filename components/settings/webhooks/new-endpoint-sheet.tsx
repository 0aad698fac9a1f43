'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { SecretSheet } from '@/components/settings/secret-sheet'
import { Button } from '@/components/ui/button'
import { ChoiceList } from '@/components/ui/choice-list'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Note } from '@/components/ui/note'
import { Sheet } from '@/components/ui/sheet'
import { SecretUse } from './secret-use'
import { TypePicker } from './type-picker'
import { EXTENTS, useNewEndpoint } from './use-new-endpoint'

export type NewEndpointSheetProps = { shopId: string; onChanged: () => Promise<void>; onClose: () => void }

const FORM = 'new-endpoint'

/** Sets up an endpoint, and then shows its secret, once. */
export function NewEndpointSheet({ shopId, onChanged, onClose }: NewEndpointSheetProps) {
  const t = useTranslations('webhooks.create')
  const common = useTranslations('common')
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
    <Sheet
      closeLabel={common('close')}
      footer={
        <>
          <span className="flex-1" />
          <Button disabled={form.creating} onClick={onClose} size="lg" variant="bare">
            {common('cancel')}
          </Button>
          <Button
            busy={form.creating}
            busyLabel={t('busy')}
            form={FORM}
            reason={form.missing && t(`missing.${form.missing}`)}
            size="lg"
            type="submit"
            variant="primary"
          >
            {t('submit')}
          </Button>
        </>
      }
      onOpenAutoFocus={(event) => {
        event.preventDefault()
        urlInput.current?.focus()
      }}
      onOpenChange={(opened) => opened || form.creating || onClose()}
      open
      title={t('title')}
      width="sm"
    >
      <form className="grid gap-4 px-4 py-4 md:px-6" id={FORM} onSubmit={form.create}>
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
        {(form.problem ?? form.faults.types) && (
          <Note role="alert" tone="bad">
            {form.problem ?? (form.faults.types && t(`faults.${form.faults.types}`))}
          </Note>
        )}
      </form>
    </Sheet>
  )
}

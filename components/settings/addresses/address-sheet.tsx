'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Note } from '@/components/ui/note'
import { Sheet } from '@/components/ui/sheet'
import { Textarea } from '@/components/ui/textarea'
import { ADDRESS_FIELDS, ADDRESS_MAX } from '@/lib/shops/domain/return-address'
import type { AddressView } from '@/lib/shops/views'
import { useAddressForm } from './use-address-form'

export type AddressSheetProps = {
  /** Null: a new one. */
  address: AddressView | null
  addresses: AddressView[]
  shopId: string
  onChanged: () => void
  onClose: () => void
}

const FORM = 'return-address'

/** Writes an address, new or anew. */
export function AddressSheet({ address, addresses, shopId, onChanged, onClose }: AddressSheetProps) {
  const t = useTranslations('addresses')
  const words = useTranslations(address ? 'addresses.change' : 'addresses.create')
  const common = useTranslations('common')
  const form = useRef<HTMLFormElement>(null)
  const { text, write, errors, problem, saving, save } = useAddressForm({
    address,
    addresses,
    shopId,
    onSaved: onClose,
    onChanged,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (saving) return
    void save()
    // once the fault is drawn
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
  }
  return (
    <Sheet
      closeLabel={common('close')}
      footer={
        <>
          <span className="flex-1" />
          <Button disabled={saving} onClick={onClose} size="lg" variant="bare">
            {common('cancel')}
          </Button>
          <Button busy={saving} busyLabel={words('busy')} form={FORM} size="lg" type="submit" variant="primary">
            {words('submit')}
          </Button>
        </>
      }
      onOpenAutoFocus={(event) => {
        event.preventDefault()
        form.current?.querySelector<HTMLElement>('input')?.focus()
      }}
      onOpenChange={(opened) => opened || saving || onClose()}
      open
      title={words('title')}
      width="sm"
    >
      <form className="grid gap-4 px-4 py-4 md:px-6" id={FORM} noValidate onSubmit={submit} ref={form}>
        {address && address.underWay > 0 && (
          <Note tone="warn">{t('change.underWay', { count: address.underWay })}</Note>
        )}
        {ADDRESS_FIELDS.map((field) => (
          <Field error={errors[field]} hint={t(`hints.${field}`)} key={field} label={t(`fields.${field}`)}>
            {(control) => {
              const shared = {
                ...control,
                autoComplete: 'off',
                maxLength: 2 * ADDRESS_MAX[field],
                required: true,
                value: text[field],
              }
              return field === 'detail' ? (
                <Textarea {...shared} onChange={(event) => write(field, event.target.value)} rows={2} />
              ) : (
                <Input
                  {...shared}
                  inputMode={field === 'phone' ? 'tel' : undefined}
                  onChange={(event) => write(field, event.target.value)}
                />
              )
            }}
          </Field>
        ))}
        {problem !== null && (
          <Note role="alert" tone="bad">
            {problem}
          </Note>
        )}
      </form>
    </Sheet>
  )
}

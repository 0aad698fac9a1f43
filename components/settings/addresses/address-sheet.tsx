'use client'

import { useTranslations } from 'next-intl'
import { FormSheet } from '@/components/settings/form-sheet'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Note } from '@/components/ui/note'
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

/** Writes an address, new or anew. */
export function AddressSheet({ address, addresses, shopId, onChanged, onClose }: AddressSheetProps) {
  const t = useTranslations('addresses')
  const words = useTranslations(address ? 'addresses.change' : 'addresses.create')
  const { text, write, errors, problem, saving, save } = useAddressForm({
    address,
    addresses,
    shopId,
    onSaved: onClose,
    onChanged,
  })
  return (
    <FormSheet
      busy={saving}
      busyLabel={words('busy')}
      onClose={onClose}
      onSubmit={() => void save()}
      problem={problem}
      submit={words('submit')}
      title={words('title')}
    >
      {address && address.underWay > 0 && <Note tone="warn">{t('change.underWay', { count: address.underWay })}</Note>}
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
    </FormSheet>
  )
}

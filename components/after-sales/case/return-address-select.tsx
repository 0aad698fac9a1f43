'use client'

import { useTranslations } from 'next-intl'
import { Select } from '@/components/ui/select'
import { type ReturnAddressChoiceProps, writeAddress } from './return-address-choice'

/** R2.2 One of several addresses. */
export default function ReturnAddressSelect({ addresses, value, onChoose }: ReturnAddressChoiceProps) {
  const t = useTranslations('case.confirm')
  return (
    <Select
      aria-label={t('address')}
      className="max-w-90 md:h-7!"
      onValueChange={onChoose}
      options={addresses.map((address) => ({ value: address.id, label: writeAddress(address) }))}
      value={value}
    />
  )
}

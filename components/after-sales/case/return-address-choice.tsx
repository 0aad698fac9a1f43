'use client'

import { useTranslations } from 'next-intl'
import { Select } from '@/components/ui/select'
import type { ReturnAddress } from '@/lib/after-sales/domain/after-sale'

export type ReturnAddressChoiceProps = {
  addresses: readonly ReturnAddress[]
  value: string | undefined
  onChoose: (id: string) => void
}

/** R2.2 Where the goods are to go; with one address there is nothing to choose. */
export function ReturnAddressChoice({ addresses, value, onChoose }: ReturnAddressChoiceProps) {
  const t = useTranslations('case.confirm')
  const [only] = addresses
  if (!only) return null
  if (addresses.length === 1) return <p className="text-xs text-ink-2">{t('sendTo', { address: write(only) })}</p>
  return (
    <Select
      aria-label={t('address')}
      className="max-w-90 md:h-7!"
      onValueChange={onChoose}
      options={addresses.map((address) => ({ value: address.id, label: write(address) }))}
      value={value}
    />
  )
}

function write({ region, detail, name }: ReturnAddress): string {
  return `${region} ${detail} · ${name}`
}

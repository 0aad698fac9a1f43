'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { cellClass, headClass, tableClass, wideClass } from '@/components/settings/table-class'
import type { AddressView } from '@/lib/shops/views'
import { AddressRow } from './address-row'
import { RemoveRow } from './remove-row'

export type AddressTableProps = {
  addresses: AddressView[]
  shopId: string
  onChange: (address: AddressView) => void
  onChanged: () => void
  /** Why the last act was refused; null before the next. */
  onProblem: (text: string | null) => void
}

/** The default first. On a phone an address stands under its recipient. */
export function AddressTable({ addresses, shopId, onChange, onChanged, onProblem }: AddressTableProps) {
  const t = useTranslations('addresses')
  const [asked, setAsked] = useState<string | null>(null)
  return (
    <table className={tableClass}>
      <caption className="sr-only">{t('title')}</caption>
      <thead>
        <tr>
          <th className={headClass}>{t('columns.recipient')}</th>
          <th className={`${headClass} ${wideClass}`}>{t('columns.address')}</th>
          <th className={`${headClass} ${wideClass}`}>{t('columns.use')}</th>
          <th className={`${headClass} text-right!`}>{t('columns.act')}</th>
        </tr>
      </thead>
      <tbody>
        {addresses.flatMap((address) => [
          <AddressRow
            address={address}
            addresses={addresses}
            key={address.id}
            onChange={onChange}
            onChanged={onChanged}
            onProblem={onProblem}
            onRemove={() => {
              onProblem(null)
              setAsked(address.id)
            }}
            open={asked === address.id}
            shopId={shopId}
          />,
          asked === address.id && (
            <tr key={`${address.id} remove`}>
              <td className={`${cellClass} p-0!`} colSpan={4}>
                <RemoveRow
                  address={address}
                  addresses={addresses}
                  onClose={() => setAsked(null)}
                  onProblem={onProblem}
                  onRemoved={onChanged}
                  shopId={shopId}
                />
              </td>
            </tr>
          ),
        ])}
      </tbody>
    </table>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { cellClass, wideClass } from '@/components/settings/table-class'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { makeDefaultAddress } from '@/lib/shops/actions'
import { refuseRemoval } from '@/lib/shops/domain/address-book'
import type { AddressView } from '@/lib/shops/views'
import { AddressUse } from './address-use'
import { useAddressProblem } from './use-address-problem'

export type AddressRowProps = {
  address: AddressView
  addresses: AddressView[]
  shopId: string
  /** It is being asked below whether to delete it. */
  open: boolean
  onChange: (address: AddressView) => void
  onRemove: () => void
  onChanged: () => void
  onProblem: (text: string | null) => void
}

export function AddressRow(props: AddressRowProps) {
  const { address, addresses, shopId, open } = props
  const { id, name, phone, region, detail, isDefault, underWay } = address
  const t = useTranslations('addresses')
  const problemText = useAddressProblem(addresses)
  const [setting, startSetting] = useTransition()
  const fixed = refuseRemoval(addresses, id, underWay) !== null
  const useId = `use-${id}`
  const cell = `${cellClass} ${open ? 'border-transparent!' : ''}`

  const makeDefault = () =>
    startSetting(async () => {
      props.onProblem(null)
      const outcome = await makeDefaultAddress({ shopId, id }).catch(() => null)
      if (outcome?.ok) toast(t('default.done', { name }))
      else props.onProblem(problemText(outcome))
      props.onChanged()
    })
  return (
    <tr>
      <td className={cell}>
        <span className="text-sm text-ink md:whitespace-nowrap">{name}</span>
        <span className="block whitespace-nowrap text-ink-2">{phone}</span>
        <div className="mt-1 text-ink-2 md:hidden">
          {region} {detail}
          <div className="mt-1">
            <AddressUse address={address} alone={addresses.length === 1} />
          </div>
        </div>
      </td>
      <td className={`${cell} ${wideClass} min-w-50`}>
        {region} {detail}
      </td>
      <td className={`${cell} ${wideClass} min-w-50`} id={useId}>
        <AddressUse address={address} alone={addresses.length === 1} />
      </td>
      <td className={`${cell} text-right whitespace-nowrap`}>
        <span className="inline-flex gap-2 max-md:flex-col">
          {!isDefault && (
            <Button
              aria-label={t('default.of', { name, detail })}
              busy={setting}
              busyLabel={t('default.busy')}
              onClick={makeDefault}
            >
              {t('default.open')}
            </Button>
          )}
          <Button aria-label={t('change.of', { name, detail })} onClick={() => props.onChange(address)}>
            {t('change.open')}
          </Button>
          <Button
            aria-describedby={fixed ? useId : undefined}
            aria-disabled={fixed || undefined}
            aria-label={t('remove.of', { name, detail })}
            id={`remove-${id}`}
            onClick={() => fixed || props.onRemove()}
            variant="danger"
          >
            {t('remove.open')}
          </Button>
        </span>
      </td>
    </tr>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { AskRow } from '@/components/settings/ask-row'
import { toast } from '@/components/ui/toast'
import { removeReturnAddress } from '@/lib/shops/actions'
import type { AddressView } from '@/lib/shops/views'
import { useAddressProblem } from './use-address-problem'

export type RemoveRowProps = {
  address: AddressView
  addresses: AddressView[]
  shopId: string
  onClose: () => void
  onRemoved: () => void
  onProblem: (text: string | null) => void
}

/** Asks before an address goes. */
export function RemoveRow({ address, addresses, shopId, onClose, onRemoved, onProblem }: RemoveRowProps) {
  const t = useTranslations('addresses.remove')
  const problemText = useAddressProblem(addresses)
  const [removing, startRemoving] = useTransition()
  const { id, name, detail } = address

  const cancel = () => {
    onClose()
    setTimeout(() => document.getElementById(`remove-${id}`)?.focus())
  }
  const remove = () =>
    startRemoving(async () => {
      const outcome = await removeReturnAddress({ shopId, id }).catch(() => null)
      if (outcome?.ok) toast(t('done', { name }))
      else onProblem(problemText(outcome))
      onClose()
      onRemoved()
    })
  return (
    <AskRow
      act={t('confirm')}
      busy={removing}
      busyLabel={t('busy')}
      consequence={
        <>
          <b className="font-semibold">{t('ask', { name, detail })}</b> {t('consequence')}
        </>
      }
      onCancel={cancel}
      onConfirm={remove}
    />
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from '@/components/ui/toast'
import { addReturnAddress, changeReturnAddress } from '@/lib/shops/actions'
import {
  type AddressFault,
  type AddressField,
  type AddressText,
  faultsOf,
  tidyAddress,
} from '@/lib/shops/domain/return-address'
import type { AddressView } from '@/lib/shops/views'
import { useAddressProblem } from './use-address-problem'

const EMPTY: AddressText = { name: '', phone: '', region: '', detail: '' }

export type AddressForm = {
  text: AddressText
  write: (field: AddressField, value: string) => void
  /** What is wrong with what is written, at its field. */
  errors: Partial<Record<AddressField, string>>
  problem: string | null
  saving: boolean
  save: () => Promise<void>
}

type Options = {
  address: AddressView | null
  addresses: AddressView[]
  shopId: string
  onChanged: () => void
  onSaved: () => void
}

/** An address in the making. Its faults show when it is to be saved, and go one by one as they are mended. */
export function useAddressForm({ address, addresses, shopId, onChanged, onSaved }: Options): AddressForm {
  const t = useTranslations('addresses')
  const problemText = useAddressProblem(addresses)
  const faultText = useFaultText()
  const [seen] = useState<AddressText>(() => (address ? textOf(address) : EMPTY))
  const [text, setText] = useState(seen)
  const [faults, setFaults] = useState<AddressFault[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  // no transition: one would last until the list is here anew
  const [saving, setSaving] = useState(false)

  const save = async () => {
    setProblem(null)
    const found = faultsOf(tidyAddress(text))
    setFaults(found)
    if (found.length > 0) return
    setSaving(true)
    const sending = address
      ? changeReturnAddress({ shopId, id: address.id, seen, address: text })
      : addReturnAddress({ shopId, address: text })
    const outcome = await sending.catch(() => null)
    setSaving(false)
    onChanged()
    if (outcome === null || (!outcome.ok && !('faults' in outcome))) return setProblem(problemText(outcome))
    if (!outcome.ok) return setFaults(outcome.faults)
    const { underWay } = outcome
    const name = text.name.trim()
    if (underWay > 0) toast(t('change.doneUnderWay', { count: underWay }))
    else toast(t(address ? 'change.done' : 'create.done', { name }))
    onSaved()
  }
  return {
    text,
    write: (field, value) => {
      setText({ ...text, [field]: value })
      setFaults(faults.filter(({ path }) => path !== field))
    },
    errors: Object.fromEntries(faults.map((fault) => [fault.path, faultText(fault)])),
    problem,
    saving,
    save,
  }
}

function useFaultText(): (fault: AddressFault) => string {
  const t = useTranslations('addresses.faults')
  return (fault) =>
    fault.code === 'tooLong' || fault.code === 'tooShort' ? t(fault.code, { limit: fault.limit }) : t(fault.code)
}

function textOf({ name, phone, region, detail }: AddressText): AddressText {
  return { name, phone, region, detail }
}

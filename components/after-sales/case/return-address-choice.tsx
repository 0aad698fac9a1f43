'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense } from 'react'
import type { ReturnAddress } from '@/lib/after-sales/domain/after-sale'

const ReturnAddressSelect = lazy(() => import('./return-address-select'))

export type ReturnAddressChoiceProps = {
  addresses: readonly ReturnAddress[]
  value: string | undefined
  onChoose: (id: string) => void
}

/** R2.2 Where the goods are to go; with one address there is nothing to choose. */
export function ReturnAddressChoice(props: ReturnAddressChoiceProps) {
  const t = useTranslations('case.confirm')
  const chosen = props.addresses.find(({ id }) => id === props.value)
  const written = chosen && <p className="text-xs text-ink-2">{t('sendTo', { address: writeAddress(chosen) })}</p>
  if (props.addresses.length < 2) return written
  return (
    <Suspense fallback={written}>
      <ReturnAddressSelect {...props} />
    </Suspense>
  )
}

export function writeAddress({ region, detail, name }: Pick<ReturnAddress, 'region' | 'detail' | 'name'>): string {
  return `${region} ${detail} · ${name}`
}

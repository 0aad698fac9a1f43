'use client'

import { Truck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'

/** The goods left while the buyer waits for his money: stands before every other flag. */
export function ShippedSinceFlag() {
  const t = useTranslations('queue.flags')
  return (
    <span className="inline-flex flex-none items-center gap-0.75 font-semibold whitespace-nowrap text-warn">
      <Icon as={Truck} small />
      <span className="max-lg:sr-only">{t('shippedSince')}</span>
    </span>
  )
}

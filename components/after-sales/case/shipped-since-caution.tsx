'use client'

import { Truck } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import type { CaseView } from '@/lib/after-sales/views'
import { formatDay } from '@/lib/i18n/time'
import { shippedSinceOf } from './shipped-since'

/** Once more before the money goes: the goods are on their way. */
export function ShippedSinceCaution({ view }: { view: CaseView }) {
  const t = useTranslations('case.shippedSince')
  const locale = useLocale()
  const shipped = shippedSinceOf(view)
  if (!shipped || shipped.means === 'AWAITING_RETURN') return null
  return (
    <p className="flex basis-full items-center gap-1.25 font-semibold text-warn">
      <Icon as={Truck} small />
      {t(`confirm${shipped.means}`, { when: formatDay(shipped.at, view.now, locale) })}
    </p>
  )
}

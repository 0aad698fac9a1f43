import { Truck } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Strip } from '@/components/ui/strip'
import type { CaseView } from '@/lib/after-sales/views'
import { formatDay } from '@/lib/i18n/time'
import { shippedSinceOf } from './shipped-since'

/** The goods left while the buyer waits for his money: when, with what, and what that makes of an approval. */
export function ShippedSinceStrip({ view }: { view: CaseView }) {
  const t = useTranslations('case.shippedSince')
  const locale = useLocale()
  const shipped = shippedSinceOf(view)
  if (!shipped) return null
  const { at, parcel, means } = shipped
  return (
    <Strip className="py-1.5 md:px-5" icon={Truck} role="status">
      <b className="font-semibold">
        {t(parcel === '' ? 'says' : 'saysParcel', { when: formatDay(at, view.now, locale), parcel })}
      </b>
      <span className="block text-ink-2">{t(means)}</span>
    </Strip>
  )
}

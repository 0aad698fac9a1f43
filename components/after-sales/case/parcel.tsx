import { useLocale, useTranslations } from 'next-intl'
import type { ReturnShipment } from '@/lib/after-sales/domain/after-sale'
import { formatWhen } from '@/lib/i18n/time'
import { CopyButton } from './copy-button'

/** R2.3 What the buyer sent back. */
export function Parcel({ shipment, now }: { shipment: ReturnShipment; now: number }) {
  const t = useTranslations('case')
  const locale = useLocale()
  const { carrier, trackingNo, submittedAt } = shipment
  return (
    <section
      aria-label={t('parcel')}
      className="flex flex-none flex-wrap items-center gap-x-2 border-line px-4 py-2.5 text-xs text-ink-3 not-first:border-t md:px-5"
    >
      <h2>{t('parcel')}</h2>
      <span className="ml-1 flex items-center text-ink">
        {carrier} {trackingNo}
        <CopyButton label={t('copyWaybill', { no: trackingNo })} text={trackingNo} />
      </span>
      <span className="ml-auto">{t('parcelAt', { when: formatWhen(submittedAt, now, locale) })}</span>
    </section>
  )
}

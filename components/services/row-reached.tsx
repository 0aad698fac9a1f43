'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useToday } from '@/components/after-sales/use-ticked'
import { daysUntil, formatDate, formatWhen } from '@/lib/i18n/time'
import type { ServiceRow } from '@/lib/services/views'

/** The step and when it came, what was said of it, and the waybill of what was sent. Nothing has come of what is only agreed. */
export function RowReached({ row: { serviceStep, reachedAt, lastWord, waybill } }: { row: ServiceRow }) {
  const t = useTranslations('services.word')
  const words = useTranslations('words.serviceStep')
  const locale = useLocale()
  const today = useToday()
  const moved = serviceStep !== 'AGREED' && serviceStep !== 'DONE'
  const told = [
    moved &&
      (daysUntil(reachedAt, today) === 0 ? formatWhen(reachedAt, today, locale) : formatDate(reachedAt, today, locale)),
    waybill && `${waybill.carrier} ${waybill.trackingNo}`,
    lastWord && t(lastWord.by, { text: lastWord.text }),
  ].filter((part) => typeof part === 'string')
  return (
    <>
      {moved && <span className="text-ink-2">{words(serviceStep)} </span>}
      {told.join(' · ')}
    </>
  )
}

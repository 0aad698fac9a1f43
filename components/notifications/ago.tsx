'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useTicked, useToday } from '@/components/after-sales/use-ticked'
import { formatAbsolute, formatWhen } from '@/lib/i18n/time'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** How long ago, from a day on when; the whole of it for the pointer. */
export function Ago({ at, className }: { at: number; className?: string }) {
  const t = useTranslations('notices.ago')
  const locale = useLocale()
  const today = useToday()
  const minutes = useTicked((now) => Math.max(0, Math.floor((now - at) / MINUTE)))
  return (
    <time className={className} dateTime={new Date(at).toISOString()} title={formatAbsolute(at, today, locale)}>
      {say()}
    </time>
  )

  function say(): string {
    if (minutes < 1) return t('now')
    if (minutes < 60) return t('minutes', { n: minutes })
    const hours = Math.floor((minutes * MINUTE) / HOUR)
    return hours < 24 ? t('hours', { n: hours }) : formatWhen(at, today, locale)
  }
}

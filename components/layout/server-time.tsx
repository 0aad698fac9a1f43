'use client'

import { useTranslations } from 'next-intl'
import { useNow } from '@/components/ui/ticker'
import { formatTimeWithSeconds } from '@/lib/i18n/time'

export function ServerTime() {
  const t = useTranslations('shell')
  return <>{t('serverTime', { time: formatTimeWithSeconds(useNow()) })}</>
}

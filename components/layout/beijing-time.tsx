'use client'

import { useTranslations } from 'next-intl'
import { useNow } from '@/components/ui/ticker'
import { formatTime } from '@/lib/i18n/time'

export function BeijingTime() {
  const t = useTranslations('common')
  return <>{t('beijingTime', { time: formatTime(useNow()) })}</>
}

'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useTicked } from '@/components/after-sales/use-ticked'
import { formatAbsolute, formatDay } from '@/lib/i18n/time'
import type { RequestForm } from './use-request'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** R4.4 When the new time will be over, if it is sent now. */
export function RequestDue({ form: { dueInHours }, as }: { form: RequestForm; as: 'until' | 'say' }) {
  const t = useTranslations('console.request')
  const locale = useLocale()
  const now = useTicked((instant) => Math.floor(instant / MINUTE) * MINUTE)
  if (dueInHours === null) return null
  const dueAt = now + dueInHours * HOUR
  return t(as, { when: as === 'until' ? formatAbsolute(dueAt, now, locale) : formatDay(dueAt, now, locale) })
}

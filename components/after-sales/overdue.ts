import type { Locale } from '@/lib/i18n/locale'
import { formatCountdown } from '@/lib/i18n/time'

const DAY = 24 * 60 * 60 * 1000

/** How long something is overdue, in the room of a row's digits: `02:14` below a day, then `3天`, `3d`. */
export function formatOverdue(ms: number, locale: Locale): string {
  if (ms < DAY) return formatCountdown(ms, locale).slice(0, 'hh:mm'.length)
  return `${Math.floor(ms / DAY)}${locale === 'zh-CN' ? '天' : 'd'}`
}

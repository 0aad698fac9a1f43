import type { Locale } from '@/lib/i18n/locale'
import { formatCountdown } from '@/lib/i18n/time'

const DAY = 24 * 60 * 60 * 1000

/** How long something has waited, to the minute: `00:15`, `05:22`, `2天 04:10`. */
export function formatWaited(ms: number, locale: Locale): string {
  const text = formatCountdown(ms, locale)
  return ms < DAY ? text.slice(0, 'hh:mm'.length) : text
}

import type { Locale } from '@/lib/i18n/locale'
import { formatCountdown } from '@/lib/i18n/time'

/** How a clock that stands is told: what is left of it or, of a target that was missed (R3.4), by how much. */
export type FrozenLeft = { left: string; over: 'yes' | 'no' }

export function frozenLeft(remainingMs: number, locale: Locale): FrozenLeft {
  return { left: formatCountdown(Math.abs(remainingMs), locale), over: remainingMs < 0 ? 'yes' : 'no' }
}

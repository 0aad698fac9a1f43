import { useTranslations } from 'next-intl'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long, in words: `2 小时 14 分`. What is over `limitMs` by less than a minute is told to the second, so that it shows. */
export function useSpan(): (ms: number, limitMs?: number) => string {
  const t = useTranslations('words.span')
  return (ms, limitMs = Number.POSITIVE_INFINITY) => {
    if (ms >= 2 * DAY) return t('days', { days: Math.floor(ms / DAY), hours: Math.floor((ms % DAY) / HOUR) })
    const hours = Math.floor(ms / HOUR)
    const minutes = Math.floor((ms % HOUR) / MINUTE)
    const hidden = ms > limitMs && ms - (ms % MINUTE) <= limitMs
    return hidden
      ? t('seconds', { hours, minutes, seconds: Math.ceil((ms % MINUTE) / SECOND) })
      : t('minutes', { hours, minutes })
  }
}

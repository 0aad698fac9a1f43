import { useLocale } from 'next-intl'
import { formatAbsolute, formatWhen } from '@/lib/i18n/time'

/** An instant as it stands in lists, the whole of it for the pointer. */
export function Moment({ at, now, className }: { at: number; now: number; className?: string }) {
  const locale = useLocale()
  return (
    <time className={className} dateTime={new Date(at).toISOString()} title={formatAbsolute(at, now, locale)}>
      {formatWhen(at, now, locale)}
    </time>
  )
}

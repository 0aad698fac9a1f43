import { useLocale, useTranslations } from 'next-intl'
import type { DisputeView } from '@/lib/disputes/views'
import { formatWhen } from '@/lib/i18n/time'

/** Who asked the platform, and when. */
export function OpenedBy({ dispute: { openedBy, openedAt }, now }: { dispute: DisputeView; now: number }) {
  const t = useTranslations('dispute.head')
  const locale = useLocale()
  return <span>{t('opened', { side: openedBy, when: formatWhen(openedAt, now, locale) })}</span>
}

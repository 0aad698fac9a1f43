import { Snowflake } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ClauseLink } from '@/components/ui/clause-link'
import { Fuse } from '@/components/ui/clock'
import { Icon } from '@/components/ui/icon'
import { statusOfDeadline } from '@/lib/after-sales/domain/deadline'
import type { DisputeView } from '@/lib/disputes/views'
import { formatCountdown } from '@/lib/i18n/time'

/** R4.2 The clock that stands still, and what is left of it. */
export function FrostStrip({ frozen }: Pick<DisputeView, 'frozen'>) {
  const t = useTranslations('dispute')
  const words = useTranslations('words.status')
  const locale = useLocale()
  return (
    <div className="flex flex-none items-center gap-2 border-b border-line bg-frozen-tint px-4 py-2 text-xs text-ink-2 md:px-5">
      <Icon as={Snowflake} className="flex-none text-frozen" small />
      <p className="min-w-0">
        {frozen
          ? t.rich('frozen', {
              status: words(statusOfDeadline(frozen.kind)),
              left: formatCountdown(frozen.remainingMs, locale),
              b: (chunks: ReactNode) => <b className="font-semibold whitespace-nowrap text-frozen">{chunks}</b>,
            })
          : t('frozenNone')}
      </p>
      <ClauseLink clause="R4.2" />
      {frozen && (
        <span className="ml-2 min-w-16 flex-1 max-md:hidden">
          <Fuse left={(frozen.remainingMs / frozen.limitMs) * 100} level="frozen" />
        </span>
      )}
    </div>
  )
}

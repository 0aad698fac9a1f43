import { Snowflake } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { frozenLeft } from '@/components/after-sales/frozen-left'
import { useClockName } from '@/components/after-sales/use-clock-name'
import { ClauseLink } from '@/components/ui/clause-link'
import { Fuse } from '@/components/ui/clock'
import { Icon } from '@/components/ui/icon'
import type { DisputeView } from '@/lib/disputes/views'

/** R4.2 The clock that stands still, and what is left of it. */
export function FrostStrip({ frozen, from }: Pick<DisputeView, 'frozen' | 'from'>) {
  const t = useTranslations('dispute')
  const clockName = useClockName()
  const locale = useLocale()
  return (
    <div className="flex flex-none items-center gap-2 border-b border-line bg-frozen-tint px-4 py-2 text-xs text-ink-2 md:px-5">
      <Icon as={Snowflake} className="flex-none text-frozen" small />
      <p className="min-w-0">
        {frozen
          ? t.rich('frozen', {
              status: clockName(frozen.kind),
              ...frozenLeft(frozen.remainingMs, locale),
              b: (chunks: ReactNode) => <b className="font-semibold whitespace-nowrap text-frozen">{chunks}</b>,
            })
          : t(from === 'IN_SERVICE' ? 'frozenService' : 'frozenNone')}
      </p>
      <ClauseLink clause="R4.2" />
      {frozen && (
        <span className="ml-2 min-w-16 flex-1 max-md:hidden">
          <Fuse left={Math.max(0, (frozen.remainingMs / frozen.limitMs) * 100)} level="frozen" />
        </span>
      )}
    </div>
  )
}

import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { StuckRefunds } from '@/components/refunds/stuck-refunds'
import { Blank } from '@/components/ui/blank'
import { ClauseLink } from '@/components/ui/clause-link'
import { refundScope, requireViewer } from '@/lib/auth/gate'
import { listStuckRefunds } from '@/lib/refunds/queries'
import { readClock } from '@/lib/sandbox/clock'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('refunds'))('title') }
}

/** R7.2 Refunds that the gateway keeps failing to pay: all for support, their shops' for managers. */
export default async function RefundsPage() {
  const viewer = await requireViewer()
  const scope = refundScope(viewer)
  if (!scope) redirect('/cases')
  const [t, refunds, clock] = await Promise.all([getTranslations('refunds'), listStuckRefunds(scope), readClock()])
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <header className="px-4 pt-4 pb-3 md:px-5">
        <h1 className="flex items-baseline gap-2 text-lg font-semibold text-ink">
          {t('title')}
          {refunds.length > 0 && (
            <span className="text-sm font-normal text-ink-3">{t('count', { count: refunds.length })}</span>
          )}
        </h1>
        <p className="text-xs text-ink-3">
          {t('intro')} <ClauseLink clause="R7.1" /> <ClauseLink clause="R7.2" />
        </p>
      </header>
      {refunds.length === 0 ? (
        <Blank className="h-auto border-t border-line" title={t('empty')}>
          {t('emptyMore')}
        </Blank>
      ) : (
        <div className="px-4 pb-6 md:px-5">
          <StuckRefunds
            now={new Date(clock.now).getTime()}
            openShopIds={viewer.memberships.map(({ shopId }) => shopId)}
            refunds={refunds}
          />
        </div>
      )}
    </div>
  )
}

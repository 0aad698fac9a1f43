'use client'

import { cx } from 'class-variance-authority'
import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { withQueueParams } from '@/lib/after-sales/params'
import { QUEUE_TABS, type QueueTab } from '@/lib/after-sales/views'
import { countText } from './count-text'
import { useSummary } from './use-queue'

/** By who is waited for, with how many. The search goes with its own tab, so a tab takes it away. */
export function QueueTabs({ tab: current, end }: { tab: QueueTab; end: ReactNode }) {
  const t = useTranslations('queue')
  const pathname = usePathname()
  const params = useSearchParams()
  const counts = useSummary()?.counts
  return (
    <div className="flex h-11 flex-none items-stretch border-b border-line pr-3 md:h-10">
      <nav
        aria-label={t('tabsLabel')}
        className="flex min-w-0 flex-1 items-stretch gap-5 overflow-x-auto overflow-y-hidden pl-4 [scrollbar-width:none]"
      >
        {QUEUE_TABS.map((tab) => (
          <Link
            aria-current={tab === current ? 'page' : undefined}
            className={cx(
              'flex items-center gap-1.5 whitespace-nowrap text-ink-3 -outline-offset-2 hover:text-ink hover:no-underline',
              'aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:shadow-[inset_0_-2px_var(--color-accent)]',
            )}
            href={`${pathname}${withQueueParams(new URLSearchParams(params), { tab, hour: null })}`}
            key={tab}
            // the list is the browser's to fetch; each prefetch would make the whole page anew on the server
            prefetch={false}
            scroll={false}
          >
            {t(`tabs.${tab}`)}
            {tab !== 'CLOSED' && tab !== 'ALL' && (
              <span className="text-xs font-normal text-ink-3">{counts && countText(counts[tab])}</span>
            )}
          </Link>
        ))}
      </nav>
      <div className="flex flex-none items-center gap-1 pl-2">{end}</div>
    </div>
  )
}

'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { countText } from '@/components/after-sales/queue/count-text'
import { tabClass, tabCountClass, tabListClass } from '@/components/ui/tab-class'
import type { DisputeCounts } from '@/lib/disputes/views'
import { CONSOLE_TABS, type ConsoleTab } from './lanes'
import { openCount } from './open-count'
import { useDisputeCounts } from './use-lanes'

/** The lanes, with how many are in each; what is over nobody counts. */
export function ConsoleTabs({ tab: current }: { tab: ConsoleTab }) {
  const t = useTranslations('console')
  const pathname = usePathname()
  const counts = useDisputeCounts()
  return (
    <nav
      aria-label={t('tabsLabel')}
      className={`${tabListClass} overflow-x-auto overflow-y-hidden [scrollbar-width:none]`}
    >
      {CONSOLE_TABS.map((tab) => (
        <Link
          aria-current={tab === current ? 'page' : undefined}
          className={tabClass}
          href={tab === 'OPEN' ? pathname : `${pathname}?lane=${tab}`}
          key={tab}
          prefetch={false}
          scroll={false}
        >
          {t(`tabs.${tab}`)}
          {tab !== 'OVER' && <span className={tabCountClass}>{counts && countText(countOf(counts, tab))}</span>}
        </Link>
      ))}
    </nav>
  )
}

function countOf(counts: DisputeCounts, tab: ConsoleTab): number {
  return tab === 'OPEN' ? openCount(counts) : counts[tab]
}

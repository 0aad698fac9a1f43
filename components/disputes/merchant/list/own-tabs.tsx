'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { countText } from '@/components/after-sales/queue/count-text'
import { openCount } from '@/components/disputes/console/open-count'
import { tabClass, tabCountClass, tabListClass } from '@/components/ui/tab-class'
import { OWN_TABS, type OwnTab } from './own-tab'
import { useOwnCounts } from './use-own-list'

/** What runs and what is over, with how many. */
export function OwnTabs({ tab: current }: { tab: OwnTab }) {
  const t = useTranslations('dispute.list')
  const pathname = usePathname()
  const counts = useOwnCounts()
  return (
    <nav aria-label={t('tabsLabel')} className={tabListClass}>
      {OWN_TABS.map((tab) => (
        <Link
          aria-current={tab === current ? 'page' : undefined}
          className={tabClass}
          href={`${pathname}${tab === 'OPEN' ? '' : `?lane=${tab}`}`}
          key={tab}
          prefetch={false}
          scroll={false}
        >
          {t(`tabs.${tab}`)}
          <span className={tabCountClass}>{counts && countText(tab === 'OPEN' ? openCount(counts) : counts.OVER)}</span>
        </Link>
      ))}
    </nav>
  )
}

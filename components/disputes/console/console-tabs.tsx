'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { ALL } from '@/components/disputes/list/source'
import { openCount, useCounts } from '@/components/disputes/list/use-counts'
import { ListTabs } from '@/components/list/list-tabs'
import type { DisputeCounts } from '@/lib/disputes/views'
import { CONSOLE_TABS, type ConsoleTab } from './lanes'

/** The lanes, with how many are in each; what is over nobody counts. */
export function ConsoleTabs({ tab: current }: { tab: ConsoleTab }) {
  const t = useTranslations('console')
  const pathname = usePathname()
  const counts = useCounts(ALL)
  const tabs = CONSOLE_TABS.map((tab) => ({
    key: tab,
    href: tab === 'OPEN' ? pathname : `${pathname}?lane=${tab}`,
    name: t(`tabs.${tab}`),
    count: counts && countOf(counts, tab),
  }))
  return <ListTabs current={current} label={t('tabsLabel')} tabs={tabs} />
}

function countOf(counts: DisputeCounts, tab: ConsoleTab): number | undefined {
  if (tab === 'OVER') return undefined
  return tab === 'OPEN' ? openCount(counts) : counts[tab]
}

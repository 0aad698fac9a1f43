'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { OWN } from '@/components/disputes/list/source'
import { openCount, useCounts } from '@/components/disputes/list/use-counts'
import { ListTabs } from '@/components/list/list-tabs'
import { OWN_TABS, type OwnTab } from './own-tab'

/** What runs and what is over, with how many. */
export function OwnTabs({ tab: current }: { tab: OwnTab }) {
  const t = useTranslations('dispute.list')
  const pathname = usePathname()
  const counts = useCounts(OWN)
  const tabs = OWN_TABS.map((tab) => ({
    key: tab,
    href: tab === 'OPEN' ? pathname : `${pathname}?lane=${tab}`,
    name: t(`tabs.${tab}`),
    count: counts && (tab === 'OPEN' ? openCount(counts) : counts.OVER),
  }))
  return <ListTabs current={current} label={t('tabsLabel')} tabs={tabs} />
}

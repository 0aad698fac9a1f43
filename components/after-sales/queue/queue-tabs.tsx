'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ListTabs } from '@/components/list/list-tabs'
import { withQueueParams } from '@/lib/after-sales/params'
import { QUEUE_TABS, type QueueTab } from '@/lib/after-sales/views'
import { useSummary } from './use-queue'

/** By who is waited for, with how many. The search goes with its own tab, so a tab takes it away. */
export function QueueTabs({ tab: current, end }: { tab: QueueTab; end: ReactNode }) {
  const t = useTranslations('queue')
  const pathname = usePathname()
  const params = useSearchParams()
  const counts = useSummary()?.counts
  const tabs = QUEUE_TABS.map((tab) => ({
    key: tab,
    href: `${pathname}${withQueueParams(new URLSearchParams(params), { tab, hour: null })}`,
    name: t(`tabs.${tab}`),
    count: tab === 'CLOSED' || tab === 'ALL' ? undefined : counts?.[tab],
  }))
  return <ListTabs current={current} end={end} label={t('tabsLabel')} tabs={tabs} />
}

'use client'

import { cx } from 'class-variance-authority'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { tabCountClass } from '@/components/ui/tab-class'
import { Tab as TabButton, TabList, TabPanel, Tabs } from '@/components/ui/tabs'

export type Tab = 'talk' | 'order' | 'timeline'

/** Two columns where there is room; else one, whose parts take turns under tabs. */
export function CaseTabs({ tab, onTab, children }: { tab: Tab; onTab: (tab: Tab) => void; children: ReactNode }) {
  return (
    <Tabs
      className="flex min-h-0 flex-1 flex-col overflow-x-hidden overflow-y-auto [scrollbar-width:thin] xl:grid xl:grid-cols-[minmax(0,1fr)_272px] xl:grid-rows-[minmax(0,1fr)] xl:overflow-hidden"
      onValueChange={(next) => onTab(next as Tab)}
      value={tab}
    >
      {children}
    </Tabs>
  )
}

export function CaseTabList({ talk, timeline }: { talk: number; timeline: number }) {
  const t = useTranslations('case.tabs')
  return (
    <TabList aria-label={t('label')} className="border-t md:px-5 xl:hidden">
      <TabButton value="talk">
        {t('talk')}
        {talk > 0 && <span className={tabCountClass}>{talk}</span>}
      </TabButton>
      <TabButton value="order">{t('order')}</TabButton>
      <TabButton value="timeline">
        {t('timeline')}
        <span className={tabCountClass}>{timeline}</span>
      </TabButton>
    </TabList>
  )
}

/** A part behind a tab; with room for two columns it is always there. */
export function TabPart({ of, className, children }: { of: Tab; className?: string; children: ReactNode }) {
  return (
    <TabPanel className={cx('data-[state=inactive]:max-xl:hidden', className)} forceMount value={of}>
      {children}
    </TabPanel>
  )
}

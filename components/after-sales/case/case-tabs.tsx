'use client'

import { cx } from 'class-variance-authority'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { NoteCount } from '@/components/marks/note-count'
import { tabCountClass } from '@/components/ui/tab-class'
import { Tab as TabButton, TabList, TabPanel, Tabs } from '@/components/ui/tabs'

export type Tab = 'dispute' | 'talk' | 'order' | 'timeline'

export type CaseTabsProps = {
  tab: Tab
  onTab: (tab: Tab) => void
  /** What the other side says stands in the second column too: it takes more room. */
  wide?: boolean
  children: ReactNode
}

/** Two columns where there is room; else one, whose parts take turns under tabs. */
export function CaseTabs({ tab, onTab, wide = false, children }: CaseTabsProps) {
  return (
    <Tabs
      className={cx(
        'flex min-h-0 flex-1 flex-col overflow-x-hidden overflow-y-auto [scrollbar-width:thin] xl:grid xl:grid-rows-[minmax(0,1fr)] xl:overflow-hidden',
        wide ? 'xl:grid-cols-[minmax(0,1fr)_clamp(272px,39%,372px)]' : 'xl:grid-cols-[minmax(0,1fr)_272px]',
      )}
      onValueChange={(next) => onTab(next as Tab)}
      value={tab}
    >
      {children}
    </Tabs>
  )
}

export type CaseTabListProps = {
  /** How much is behind each. */
  talk: number
  timeline: number
  /** The case is in dispute. */
  dispute?: boolean
}

export function CaseTabList({ talk, timeline, dispute = false }: CaseTabListProps) {
  const t = useTranslations('case.tabs')
  return (
    <TabList aria-label={t('label')} className={cx('md:px-5 xl:hidden', !dispute && 'border-t')}>
      {dispute && <TabButton value="dispute">{t('dispute')}</TabButton>}
      <TabButton value="talk">
        {t('talk')}
        {talk > 0 && <span className={tabCountClass}>{talk}</span>}
      </TabButton>
      <TabButton value="order">
        {t('order')}
        <NoteCount />
      </TabButton>
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

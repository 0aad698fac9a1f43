'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { tabClass, tabCountClass } from '@/components/ui/tab-class'
import { TabNav } from '@/components/ui/tab-nav'
import { countText } from './count-text'

export type ListTab = {
  key: string
  href: string
  name: string
  /** Undefined: nobody has counted, or does. */
  count: number | undefined
}

/** The tabs over a list, with how many are in each; `end`: what stands at their right. */
export function ListTabs(props: { label: string; tabs: readonly ListTab[]; current: string; end?: ReactNode }) {
  const { label, tabs, current, end } = props
  return (
    <div className="flex h-11 flex-none items-stretch border-b border-line pr-3 md:h-10">
      <TabNav
        className="flex min-w-0 flex-1 items-stretch gap-5 overflow-x-auto overflow-y-hidden pl-4 [scrollbar-width:none]"
        label={label}
      >
        {tabs.map(({ key, href, name, count }) => (
          // the list is the browser's to fetch; each prefetch would make the whole page anew on the server
          <Link
            aria-current={key === current ? 'page' : undefined}
            className={tabClass}
            href={href}
            key={key}
            prefetch={false}
            scroll={false}
          >
            {name}
            {count !== undefined && <span className={`${tabCountClass} min-w-[2ch]`}>{countText(count)}</span>}
          </Link>
        ))}
      </TabNav>
      {end && <div className="flex flex-none items-center gap-1 pl-2">{end}</div>}
    </div>
  )
}

'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useSummary } from '@/components/after-sales/queue/use-queue'
import { entryClass } from '@/components/layout/entry-class'
import type { SavedFilters } from '@/lib/saved-filters/views'
import { useViews } from './use-views'
import { ViewCount } from './view-count'

/** In the side bar below 售后: the saved filters with what each holds. `initial`: as the server counted for this page. */
export function SavedEntries({ initial }: { initial: SavedFilters }) {
  const t = useTranslations('queue.saved')
  const views = useViews(useSummary()?.saved ?? initial)
  return (
    <ul aria-label={t('title')} className="min-h-14 overflow-y-auto [scrollbar-width:thin] max-lg:hidden">
      {views.map(({ key, name, href, current, count }) => (
        <li key={key}>
          <Link
            aria-current={current || undefined}
            className={`${entryClass} h-7! pl-8! -outline-offset-2`}
            href={href}
            prefetch={false}
            scroll={false}
            title={name}
          >
            <span className="truncate">{name}</span>
            <ViewCount className="ml-auto" count={count} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

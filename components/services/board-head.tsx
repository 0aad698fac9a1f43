'use client'

import { Scale } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { countText } from '@/components/list/count-text'
import { Icon } from '@/components/ui/icon'
import { tabClass } from '@/components/ui/tab-class'
import { TabNav } from '@/components/ui/tab-nav'
import { SERVICE_TYPES } from '@/lib/after-sales/domain/service'
import { useBoardParams } from './use-board-params'
import { useServiceCounts } from './use-column'

/** By type; and, since they are on no column, how many are with the platform. */
export function BoardHead() {
  const t = useTranslations('services')
  const words = useTranslations('words.rowType')
  const { filter, hrefOf } = useBoardParams()
  const disputed = useServiceCounts(filter)?.DISPUTED ?? 0
  return (
    <div className="flex h-11 flex-none items-stretch border-b border-line md:h-10">
      <TabNav
        className="flex min-w-0 flex-1 items-stretch gap-5 overflow-x-auto overflow-y-hidden px-4 [scrollbar-width:none]"
        label={t('typesLabel')}
      >
        {[undefined, ...SERVICE_TYPES].map((type) => (
          <Link
            aria-current={type === filter.type ? 'page' : undefined}
            className={tabClass}
            href={hrefOf({ filter: { type } })}
            key={type ?? 'ALL'}
            prefetch={false}
            scroll={false}
          >
            {type ? words(type) : t('allTypes')}
          </Link>
        ))}
      </TabNav>
      {disputed > 0 && (
        <Link
          className="flex flex-none items-center gap-1.25 border-l border-line px-3 text-xs whitespace-nowrap text-frozen -outline-offset-2 hover:bg-inset hover:no-underline md:px-4"
          href="/shop-disputes"
          prefetch={false}
        >
          <Icon as={Scale} small />
          <span className="max-md:hidden">{t('withPlatform', { count: countText(disputed) })}</span>
          <span className="md:hidden">{t('withPlatformShort', { count: countText(disputed) })}</span>
        </Link>
      )}
    </div>
  )
}

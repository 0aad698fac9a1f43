'use client'

import { RefreshCw } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { tabClass } from '@/components/ui/tab-class'
import { DELIVERY_STATUSES, type DeliveryStatus } from '@/lib/webhooks/views'

/** The id of the filter that is chosen. */
export const CURRENT_FILTER = 'deliveries-filter'

export type DeliveryFilterProps = {
  endpointId: string
  status: DeliveryStatus | undefined
  onRefresh: () => Promise<void>
}

/** By what became of them; the URL says which. */
export function DeliveryFilter({ endpointId, status, onRefresh }: DeliveryFilterProps) {
  const t = useTranslations('webhooks')
  const [refreshing, startRefreshing] = useTransition()
  return (
    <div className="flex h-11 items-stretch border-b border-line md:h-10">
      <nav
        aria-label={t('filter')}
        className="flex min-w-0 flex-1 items-stretch gap-5 overflow-x-auto overflow-y-hidden [scrollbar-width:none] max-md:gap-4"
      >
        {[undefined, ...DELIVERY_STATUSES].map((one) => (
          <Link
            {...(one === status && { 'aria-current': 'page', id: CURRENT_FILTER })}
            className={tabClass}
            href={`/settings/webhooks/${endpointId}${one ? `?status=${one}` : ''}`}
            key={one ?? 'ALL'}
            prefetch={false}
            scroll={false}
          >
            {one ? t(`status.${one}`) : t('status.ALL')}
          </Link>
        ))}
      </nav>
      <span className="flex items-center pl-2">
        <Button busy={refreshing} busyLabel={t('refresh')} onClick={() => startRefreshing(onRefresh)} variant="bare">
          <Icon as={RefreshCw} small />
          {t('refresh')}
        </Button>
      </span>
    </div>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { headClass, tableClass } from '@/components/settings/table-class'
import { Button } from '@/components/ui/button'
import type { DeliveryStatus } from '@/lib/webhooks/views'
import { CURRENT_FILTER, DeliveryFilter } from './delivery-filter'
import { DeliveryRows } from './delivery-row'
import type { LiveEndpoint } from './use-endpoint'
import { wideClass } from './wide-class'

export type DeliveriesProps = {
  live: LiveEndpoint
  shopId: string
  status: DeliveryStatus | undefined
  disabled: boolean
}

/** Time, what, case, result, tries, answer; below xl the first has it all. */
const COLUMNS = ['w-full xl:w-40', 'w-0 xl:w-auto', 'w-0 xl:w-36', 'w-0 xl:w-44', 'w-0 xl:w-16', 'w-0 xl:w-56']

/** What was sent, newest first. One at a time opens in its place. */
export function Deliveries({ live, shopId, status, disabled }: DeliveriesProps) {
  const t = useTranslations('webhooks')
  const { endpoint, rows, now, hasMore, loadingMore, loadMore, refresh } = live
  const [open, setOpen] = useState<string | null>(null)

  const resent = async () => {
    await refresh()
    // it may have left a list that shows only what came to an end
    setTimeout(() => document.activeElement === document.body && document.getElementById(CURRENT_FILTER)?.focus())
  }
  return (
    <section aria-label={t('deliveries')}>
      <h2 className="sr-only">{t('deliveries')}</h2>
      <DeliveryFilter endpointId={endpoint.id} onRefresh={refresh} status={status} />
      {rows.length === 0 ? (
        <p className="py-5">{status === undefined ? t('noDeliveries.ALL') : t(`noDeliveries.${status}`)}</p>
      ) : (
        <table className={`${tableClass} table-fixed`}>
          <caption className="sr-only">{t('deliveries')}</caption>
          <colgroup>
            {COLUMNS.map((width, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: they stay where they are
              <col className={width} key={column} />
            ))}
          </colgroup>
          <thead className={wideClass}>
            <tr>
              <th className={headClass}>{t('columns.time')}</th>
              <th className={headClass}>{t('columns.type')}</th>
              <th className={headClass}>{t('columns.subject')}</th>
              <th className={headClass}>{t('columns.status')}</th>
              <th className={`${headClass} text-right!`}>{t('columns.attempts')}</th>
              <th className={headClass}>{t('columns.answer')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <DeliveryRows
                disabled={disabled}
                endpointId={endpoint.id}
                key={row.id}
                now={now}
                onResent={resent}
                onToggle={() => setOpen(open === row.id ? null : row.id)}
                open={open === row.id}
                paused={endpoint.health.state === 'OPEN'}
                row={row}
                shopId={shopId}
              />
            ))}
          </tbody>
        </table>
      )}
      {hasMore && (
        <Button busy={loadingMore} busyLabel={t('more.busy')} className="mt-3" disabled={disabled} onClick={loadMore}>
          {t('more.open')}
        </Button>
      )}
    </section>
  )
}

'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { isWorthRetrying } from '@/components/list/fetch'
import { Button } from '@/components/ui/button'
import { Note } from '@/components/ui/note'
import { Skeleton } from '@/components/ui/skeleton'
import { AttemptLog } from './attempt-log'
import type { DeliveryRowsProps } from './delivery-row'
import { endpointKey, fetchDelivery } from './fetch'
import { Payload } from './payload'
import { ResendDelivery } from './resend-delivery'

/** What is sent, every attempt, and the way to send it again. */
export function DeliveryDetail(props: Omit<DeliveryRowsProps, 'onToggle'>) {
  const { row, endpointId, shopId } = props
  const t = useTranslations('webhooks.delivery')
  const common = useTranslations('common')
  const { data, isError, refetch } = useQuery({
    // what the row tells of is what the log grows by
    queryKey: [...endpointKey(endpointId), 'delivery', row.id, row.status, row.attempts],
    queryFn: ({ signal }) => fetchDelivery({ shopId, id: endpointId }, row.id, signal),
    placeholderData: keepPreviousData,
    retry: isWorthRetrying,
  })
  return (
    <div className="grid gap-x-8 gap-y-4 px-3 pt-1 pb-4 md:pl-7 xl:grid-cols-2">
      <div className="grid min-w-0 content-start gap-3">
        <ResendDelivery {...props} />
        {isError && !data ? (
          <Note role="alert" tone="bad">
            {t('failed')}{' '}
            <Button onClick={() => void refetch()} variant="bare">
              {common('retry')}
            </Button>
          </Note>
        ) : data ? (
          <AttemptLog attempts={data.attemptLog} now={data.now} />
        ) : (
          <Waiting label={t('loading')} />
        )}
      </div>
      {data && <Payload text={data.payload} />}
    </div>
  )
}

function Waiting({ label }: { label: string }) {
  return (
    <div aria-label={label} className="grid min-h-40 content-start gap-3 py-2" role="status">
      <Skeleton className="h-2.5 w-40" />
      <Skeleton className="h-2.5 w-72 max-w-full" />
      <Skeleton className="h-2.5 w-56" />
    </div>
  )
}

'use client'

import { ArrowLeftRight, Check, CornerUpLeft, MessageSquare } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { WatcherFlag } from '@/components/presence/watcher-flag'
import { Icon } from '@/components/ui/icon'
import type { QueueRow } from '@/lib/after-sales/views'
import { ShippedSinceFlag } from './shipped-since-flag'

/** One flag at the most: the newest news wins; who else looks at it has the last word. */
export function RowFlag({ row }: { row: QueueRow }) {
  const t = useTranslations('queue')
  const words = useTranslations('words')
  if (row.shippedSince) return <ShippedSinceFlag />
  if (row.unread)
    return (
      <span className={`${FLAG} text-accent-ink`}>
        <Icon as={MessageSquare} small />
        <span className="max-lg:sr-only">{t('flags.unread')}</span>
      </span>
    )
  if (row.proposed)
    return (
      <span className={`${FLAG} text-ink-3`}>
        <Icon as={ArrowLeftRight} small />
        <span className="max-lg:sr-only">{t('flags.proposed', { kind: words(`type.${row.proposed}`) })}</span>
      </span>
    )
  if (row.aware && row.status === 'PENDING_REVIEW')
    return (
      <span className={`${FLAG} text-ink-3`}>
        <Icon as={Check} small />
        <span className="max-lg:sr-only">{t('flags.contacted')}</span>
      </span>
    )
  if (row.attempt > 1)
    return (
      <span className={`${FLAG} text-ink-3`}>
        <Icon as={CornerUpLeft} small />
        <span className="max-lg:sr-only">{words('attemptShort', { n: row.attempt })}</span>
      </span>
    )
  return <WatcherFlag no={row.no} />
}

const FLAG = 'inline-flex flex-none items-center gap-0.75 whitespace-nowrap'

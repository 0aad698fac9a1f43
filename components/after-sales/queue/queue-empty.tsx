'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Blank } from '@/components/ui/blank'
import { buttonClass } from '@/components/ui/button-class'
import type { QueueFilter, QueueSummary } from '@/lib/after-sales/views'

/** Nothing here: because of the filters, or because it is done, with where to look next. */
export function QueueEmpty({ filter, summary }: { filter: QueueFilter; summary: QueueSummary | undefined }) {
  const t = useTranslations('queue')
  const { tab, sort: _, ...narrowing } = filter
  if (Object.values(narrowing).some((value) => value !== undefined))
    return (
      <Blank
        action={
          <Link className={buttonClass()} href={`/cases?tab=${tab}`} prefetch={false}>
            {t('empty.clear')}
          </Link>
        }
        role="status"
        title={t('empty.filtered')}
      >
        {t('empty.filteredMore')}
      </Blank>
    )
  const buyers = summary?.counts.BUYER ?? 0
  if (tab !== 'MERCHANT' || buyers === 0) return <Blank role="status" title={t(`empty.${tab}`)} />
  return (
    <Blank
      action={
        <Link className={buttonClass()} href="/cases?tab=BUYER" prefetch={false}>
          {t('empty.seeBuyers', { count: buyers })}
        </Link>
      }
      role="status"
      title={t('empty.MERCHANT')}
    >
      {t('empty.next')}
    </Blank>
  )
}

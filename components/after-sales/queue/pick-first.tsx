'use client'

import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Blank } from '@/components/ui/blank'
import { buttonClass } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import type { QueueTab } from '@/lib/after-sales/views'
import { useQueue } from './use-queue'

/** No case is open yet: where to begin. */
export function PickFirst() {
  const t = useTranslations('queue.pick')
  const search = useSearchParams().toString()
  const { rows, filter } = useQueue()
  const [first] = rows
  const order = BY_DEADLINE.has(filter.tab) ? 'due' : 'top'
  if (!first) return <Blank title={t('none')} />
  return (
    <Blank
      action={
        <Link
          className={buttonClass({ variant: 'primary' })}
          href={`/cases/${first.no}${search && `?${search}`}`}
          prefetch={false}
          scroll={false}
        >
          {t(`open.${order}`)} <Kbd>J</Kbd>
        </Link>
      }
      title={t('title')}
    >
      {t(`body.${order}`, { title: first.title })}
    </Blank>
  )
}

/** The rest has no deadline of its own, or is over. */
const BY_DEADLINE: ReadonlySet<QueueTab> = new Set(['MERCHANT', 'BUYER'])

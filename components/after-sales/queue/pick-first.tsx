'use client'

import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Blank } from '@/components/ui/blank'
import { buttonClass } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { useQueue } from './use-queue'

/** No case is open yet: where to begin. */
export function PickFirst() {
  const t = useTranslations('queue.pick')
  const search = useSearchParams().toString()
  const { rows, filter } = useQueue()
  const [first] = rows
  // what is over, and everything, is not in the order of deadlines
  const order = filter.tab === 'CLOSED' || filter.tab === 'ALL' ? 'top' : 'due'
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

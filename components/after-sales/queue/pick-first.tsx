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
  const [first] = useQueue().rows
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
          {t('open')} <Kbd>J</Kbd>
        </Link>
      }
      title={t('title')}
    >
      {t('body', { title: first.title })}
    </Blank>
  )
}

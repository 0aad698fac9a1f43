'use client'

import { cx } from 'class-variance-authority'
import { useParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { OfflineStrip } from '@/components/after-sales/queue/offline-strip'
import { useListKeys } from '@/components/disputes/use-list-keys'
import { OwnList } from './own-list'
import { OwnTabs } from './own-tabs'
import { useOwnHref } from './use-own-href'
import { useOwnList } from './use-own-list'

/** The shop's disputes at the left, the open one beside them; on a phone one at a time. */
export function OwnDesk({ children }: { children: ReactNode }) {
  const t = useTranslations('dispute.list')
  const { no } = useParams<{ no?: string }>()
  const list = useOwnList()
  useListKeys(list.rows, useOwnHref())
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      {no === undefined && <h1 className="sr-only">{t('title')}</h1>}
      <div className={cx('flex flex-none flex-col', no && 'max-md:hidden')}>
        <OwnTabs tab={list.tab} />
      </div>
      <OfflineStrip />
      <div className="grid min-h-0 flex-1 md:grid-cols-[308px_minmax(0,1fr)]">
        <div className={cx('flex min-h-0 min-w-0 flex-col md:border-r md:border-line', no && 'max-md:hidden')}>
          <OwnList list={list} />
        </div>
        <div className={cx('flex min-h-0 min-w-0 flex-col', !no && 'max-md:hidden')}>{children}</div>
      </div>
    </div>
  )
}

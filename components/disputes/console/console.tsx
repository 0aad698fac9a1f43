'use client'

import { cx } from 'class-variance-authority'
import { useParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { OfflineStrip } from '@/components/after-sales/queue/offline-strip'
import { useListKeys } from '@/components/disputes/use-list-keys'
import { ConsoleTabs } from './console-tabs'
import { DisputeList } from './dispute-list'
import { useDisputeHref } from './use-dispute-href'
import { useConsoleList } from './use-lanes'

/** The disputes of all shops at the left, the open one beside them; on a phone one at a time. `me`: who looks at them. */
export function Console({ me, children }: { me: string; children: ReactNode }) {
  const t = useTranslations('console')
  const { no } = useParams<{ no?: string }>()
  const list = useConsoleList()
  useListKeys(list.rows, useDisputeHref())
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      {no === undefined && <h1 className="sr-only">{t('title')}</h1>}
      <div className={cx('flex flex-none flex-col', no && 'max-md:hidden')}>
        <ConsoleTabs tab={list.tab} />
      </div>
      <OfflineStrip />
      <div className="grid min-h-0 flex-1 md:grid-cols-[308px_minmax(0,1fr)]">
        <div className={cx('flex min-h-0 min-w-0 flex-col md:border-r md:border-line', no && 'max-md:hidden')}>
          <DisputeList list={list} me={me} />
        </div>
        <div className={cx('flex min-h-0 min-w-0 flex-col', !no && 'max-md:hidden')}>{children}</div>
      </div>
    </div>
  )
}

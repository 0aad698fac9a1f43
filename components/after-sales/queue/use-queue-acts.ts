'use client'

import { useParams, usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { Export } from '@/components/export/use-export'
import { useActs } from '@/components/layout/acts'
import type { HrefOf } from '@/components/list/use-list-href'
import { withQueueParams } from '@/lib/after-sales/params'
import { QUEUE_TABS, SORTS_OF } from '@/lib/after-sales/views'
import { orderWord } from './sort-choice'
import type { Queue } from './use-queue'

export type QueueActs = {
  queue: Queue
  hrefOf: HrefOf
  folded: boolean
  fold: (next: boolean) => void
  /** Null: the viewer may not. */
  exporting: Export | null
  /** How many cases the filters show; undefined while nobody knows. */
  count: number | undefined
}

/** What can be done with the list, for the palette. */
export function useQueueActs({ queue, hrefOf, folded, fold, exporting, count }: QueueActs): void {
  const t = useTranslations('queue')
  const router = useRouter()
  const pathname = usePathname()
  const params = useSearchParams()
  const { no } = useParams<{ no?: string }>()
  const { tab, sort, ...narrowing } = queue.filter
  const narrowed = Object.values(narrowing).some((value) => value !== undefined)
  const go = (href: string) => () => router.push(href, { scroll: false })
  const withParams = (changes: Parameters<typeof withQueueParams>[1]) =>
    go(`${pathname}${withQueueParams(new URLSearchParams(params), changes)}`)

  useActs('list', () => {
    const [first] = queue.rows
    const [usual] = SORTS_OF[tab]
    return [
      no === undefined &&
        first && {
          id: 'begin',
          label: t(usual === 'DUE' && !sort ? 'pick.open.due' : 'pick.open.top'),
          keys: 'J',
          run: go(hrefOf(first.no)),
        },
      ...QUEUE_TABS.filter((one) => one !== tab).map((one) => ({
        id: `tab:${one}`,
        label: t('acts.tab', { tab: t(`tabs.${one}`) }),
        run: withParams({ tab: one, hour: null }),
      })),
      narrowed && { id: 'clearFilter', label: t('empty.clear'), run: go(`${pathname}?tab=${tab}`) },
      ...SORTS_OF[tab]
        .filter((one) => one !== (sort ?? usual))
        .map((one) => ({
          id: `sort:${one}`,
          label: t('sort.button', { order: t(`sort.by.${orderWord({ tab, sort: one })}`) }),
          run: withParams({ sort: one === usual ? null : one }),
        })),
      { id: 'forecast', label: t(folded ? 'acts.unfold' : 'forecast.fold'), run: () => fold(!folded) },
      exporting && {
        id: 'export',
        label: t('acts.export'),
        whyNot: exporting.busy ? t('export.busy') : count === 0 && t('export.none'),
        run: exporting.busy || count === 0 ? null : exporting.start,
      },
    ]
  })
}

'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useLayoutEffect, useMemo } from 'react'
import type { Queue } from '@/components/after-sales/queue/use-queue'
import type { ListView } from '@/components/list/use-list-view'
import { toast } from '@/components/ui/toaster'
import type { QueueRow } from '@/lib/after-sales/views'
import { leaveList, showList } from './selection-store'
import { useBulkKeys } from './use-bulk-keys'

/**
 * The list can be selected from, as it is shown: what has left it cannot. `of`: the shop and the filters; others are
 * another list, where nothing is selected yet.
 */
export function useSelectable(of: string, { hasMore, isLoading }: Queue, { groups }: ListView<QueueRow>): void {
  const t = useTranslations('bulk')
  useBulkKeys()
  const rows = useMemo(() => groups.flat().flatMap(({ row, gone }) => (gone ? [] : row)), [groups])
  useLayoutEffect(() => {
    if (isLoading) return
    const left = showList(of, { rows, hasMore })
    if (left > 0) toast(t('left', { count: left }))
  }, [of, rows, hasMore, isLoading, t])
  useEffect(() => leaveList, [])
}

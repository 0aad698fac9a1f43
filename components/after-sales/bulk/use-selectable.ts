'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useLayoutEffect } from 'react'
import { toast } from '@/components/ui/toaster'
import type { Loaded } from './selection'
import { leaveList, showList } from './selection-store'
import { useBulkKeys } from './use-bulk-keys'

/** The list can be selected from. `of`: the shop and the filters; others are another list, where nothing is selected yet. */
export function useSelectable(of: string, { rows, hasMore, isLoading }: Loaded & { isLoading: boolean }): void {
  const t = useTranslations('bulk')
  useBulkKeys()
  useLayoutEffect(() => {
    if (isLoading) return
    const left = showList(of, { rows, hasMore })
    if (left > 0) toast(t('left', { count: left }))
  }, [of, rows, hasMore, isLoading, t])
  useEffect(() => leaveList, [])
}

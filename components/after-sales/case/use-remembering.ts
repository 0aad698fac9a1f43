'use client'

import { useEffect } from 'react'
import { readDraft } from '@/components/layout/drafts'
import { recentKey, rememberCase } from '@/components/layout/palette/recent'
import type { CaseView } from '@/lib/after-sales/views'

/** Whoever looks for it again finds it among what was open last. `of`: as `recentKey` takes it. */
export function useRemembering(of: string, { no, type, lines, buyer, amountFen, currency }: CaseView): void {
  const title = lines[0]?.title ?? ''
  const buyerName = buyer.name
  useEffect(() => {
    rememberCase(of, readDraft(recentKey(of)), { no, type, title, buyerName, amountFen, currency })
  }, [of, no, type, title, buyerName, amountFen, currency])
}

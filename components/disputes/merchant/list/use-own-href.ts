'use client'

import { useSearchParams } from 'next/navigation'
import { DISPUTES } from '@/components/after-sales/case/case-link'

/** Where one of the shop's disputes is, or without one their list, under the tab that is chosen now. */
export function useOwnHref(): (no: string | null) => string {
  const query = useSearchParams().toString()
  return (no) => `${DISPUTES}${no === null ? '' : `/${no}`}${query && `?${query}`}`
}

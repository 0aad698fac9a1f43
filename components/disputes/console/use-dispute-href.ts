'use client'

import { useSearchParams } from 'next/navigation'

/** Where a dispute is, or without one the list, under the tab that is chosen now. */
export function useDisputeHref(): (no: string | null) => string {
  const query = useSearchParams().toString()
  return (no) => `/disputes${no === null ? '' : `/${no}`}${query && `?${query}`}`
}

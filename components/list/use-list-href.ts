'use client'

import { useSearchParams } from 'next/navigation'

export type HrefOf = (no: string | null) => string

/** Where one of the list at `path` is, or without a number the list, under the tab and filters that are chosen now. */
export function useListHref(path: string): HrefOf {
  const query = useSearchParams().toString()
  return (no) => `${path}${no === null ? '' : `/${no}`}${query && `?${query}`}`
}

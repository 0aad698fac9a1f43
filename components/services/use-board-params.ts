'use client'

import { useSearchParams } from 'next/navigation'
import { type BoardParams, boardQuery, parseBoardParams } from '@/lib/services/params'

/** What the URL says of the board, and where it would stand with something of that changed. */
export function useBoardParams(): BoardParams & { hrefOf: (change: Partial<BoardParams>) => string } {
  const params = parseBoardParams(useSearchParams())
  return { ...params, hrefOf: (change) => `/services${boardQuery({ ...params, ...change })}` }
}

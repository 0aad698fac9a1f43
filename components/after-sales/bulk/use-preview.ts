'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { prepareBulk } from '@/lib/bulk/actions'
import type { BulkAct, BulkPreview, BulkSelection, PrepareRefusal } from '@/lib/bulk/views'

/** `as`: the selection with the decisions that it was made on; another one is another preview. */
export type PreviewWanted = { act: BulkAct; selection: BulkSelection; as: string }

export type Preview =
  | { state: 'working' }
  | { state: 'ready'; preview: BulkPreview; renew: () => void }
  | { state: 'refused'; refusal: PrepareRefusal }
  | { state: 'failed'; renew: () => void }

/**
 * What an act would do to a selection, asked of the server once neither has changed for `waitMs`. An answer to what is no
 * longer wanted counts for nothing.
 */
export function usePreview(wanted: PreviewWanted | null, waitMs: number): Preview {
  const text = wanted && JSON.stringify(wanted)
  const settled = useSettled(text, waitMs)
  const { data, isError, isFetching, refetch } = useQuery({
    queryKey: ['bulk-preview', settled],
    queryFn: () => {
      const { act, selection }: PreviewWanted = JSON.parse(settled ?? '')
      return prepareBulk({ act, selection })
    },
    enabled: settled !== null,
    // what was prepared is of its moment: asked for again only when it is wanted again
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: 1,
  })
  const renew = () => void refetch()
  if (text === null || text !== settled || isFetching) return { state: 'working' }
  if (isError || data === undefined || 'invalid' in data) return { state: 'failed', renew }
  return data.ok ? { state: 'ready', preview: data.preview, renew } : { state: 'refused', refusal: data.refusal }
}

/** The value that has stood for so long. */
function useSettled(value: string | null, waitMs: number): string | null {
  const [settled, setSettled] = useState<string | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), waitMs)
    return () => clearTimeout(timer)
  }, [value, waitMs])
  return settled
}

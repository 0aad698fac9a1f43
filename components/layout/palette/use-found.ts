'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { DESK_KEY, isWorthRetrying } from '@/components/list/fetch'
import type { Found } from './recent'
import { useSettled } from './use-settled'

/** Long enough that nobody asks for half a word, short enough that nobody waits for it. */
const PAUSE_MS = 150
/** So many fit without hiding what can be done. */
const MOST = 6

export type Finding<F extends Found> = {
  found: readonly F[]
  /** What was typed last has not been answered yet. */
  searching: boolean
  failed: boolean
}

/**
 * What the server finds for the text. Only ever what was answered to this very text: of an older answer stays what
 * certainly belongs to it, by its number.
 */
export function useFound<F extends Found>(
  what: string,
  text: string,
  fetchFound: (text: string, signal: AbortSignal) => Promise<readonly F[]>,
  enabled: boolean,
): Finding<F> {
  const wanted = text.trim()
  const asked = useSettled(wanted, PAUSE_MS)
  const { data, isError, isPlaceholderData } = useQuery({
    queryKey: [...DESK_KEY, 'found', what, asked],
    queryFn: ({ signal }) => fetchFound(asked, signal),
    enabled: enabled && asked !== '',
    placeholderData: keepPreviousData,
    staleTime: 2000,
    gcTime: 60_000,
    retry: isWorthRetrying,
  })
  if (!enabled || wanted === '') return { found: [], searching: false, failed: false }
  const answered = asked === wanted && !isPlaceholderData
  const begun = wanted.toUpperCase()
  const fitting = answered ? data : data?.filter(({ no }) => no.startsWith(begun))
  return {
    found: fitting?.slice(0, MOST) ?? [],
    searching: !answered || (data === undefined && !isError),
    failed: isError && answered,
  }
}

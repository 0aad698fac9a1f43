'use client'

import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import type { ComponentProps } from 'react'
import { OWN } from '@/components/disputes/list/source'
import type { HrefOf } from '@/components/list/use-list-href'
import { boardBehind, boardQuery, ORIGIN } from '@/lib/services/params'

/** A link within the desk that keeps tab and filters; to a case, or to the list. */
export function CaseLink({ no, ...rest }: Omit<ComponentProps<typeof Link>, 'href'> & { no: string | null }) {
  return <Link {...rest} href={useCaseHref()(no)} prefetch={false} />
}

/**
 * Where a case is, or without one the list, under the tab and filters that are chosen now. Among the disputes the way
 * back is to them, and from a case that was opened on the board to the board; another case stands among the cases.
 */
export function useCaseHref(): HrefOf {
  const params = new URLSearchParams(useSearchParams())
  const board = boardBehind(params.get(ORIGIN))
  const amongDisputes = useAmongDisputes()
  params.delete(ORIGIN)
  const query = params.size > 0 ? `?${params}` : ''
  return (no) => {
    if (no !== null) return `/cases/${no}${amongDisputes ? '' : query}`
    if (board) return `/services${boardQuery(board)}`
    return `${amongDisputes ? OWN.path : '/cases'}${query}`
  }
}

/** Whether the case stands beside the shop's disputes, not beside the queue. */
export function useAmongDisputes(): boolean {
  return usePathname().startsWith(OWN.path)
}

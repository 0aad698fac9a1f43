'use client'

import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import type { ComponentProps } from 'react'
import { OWN } from '@/components/disputes/list/source'

/** A link within the desk that keeps tab and filters; to a case, or to the list. */
export function CaseLink({ no, ...rest }: Omit<ComponentProps<typeof Link>, 'href'> & { no: string | null }) {
  return <Link {...rest} href={useCaseHref()(no)} prefetch={false} />
}

/**
 * Where a case is, or without one the list, under the tab and filters that are chosen now. Among the disputes the way
 * back is to them; another case stands among the cases.
 */
export function useCaseHref(): (no: string | null) => string {
  const query = useSearchParams().toString()
  const amongDisputes = useAmongDisputes()
  return (no) => {
    if (no !== null) return `/cases/${no}${amongDisputes || query === '' ? '' : `?${query}`}`
    return `${amongDisputes ? OWN.path : '/cases'}${query && `?${query}`}`
  }
}

/** Whether the case stands beside the shop's disputes, not beside the queue. */
export function useAmongDisputes(): boolean {
  return usePathname().startsWith(OWN.path)
}

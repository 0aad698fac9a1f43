'use client'

import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import type { ComponentProps } from 'react'

/** A link within the desk that keeps tab and filters; to a case, or to the list. */
export function CaseLink({ no, ...rest }: Omit<ComponentProps<typeof Link>, 'href'> & { no: string | null }) {
  return <Link {...rest} href={useCaseHref()(no)} prefetch={false} />
}

/** Where a case is, or without one the list, under the tab and filters that are chosen now. */
export function useCaseHref(): (no: string | null) => string {
  const query = useSearchParams().toString()
  return (no) => `/cases${no === null ? '' : `/${no}`}${query && `?${query}`}`
}

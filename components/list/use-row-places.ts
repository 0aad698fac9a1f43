'use client'

import { useParams } from 'next/navigation'
import type { HrefOf } from './use-list-href'

/** How a row stands in its list. `tabbable`: it has the list's one tab stop. */
export type RowPlace = { href: string; selected: boolean; tabbable: boolean }

/** Of each row: the URL says which is selected. That one has the tab stop, or else the first. */
export function useRowPlaces(rows: readonly { no: string }[], hrefOf: HrefOf): (no: string) => RowPlace {
  const { no: open } = useParams<{ no?: string }>()
  const tabStop = rows.some(({ no }) => no === open) ? open : rows[0]?.no
  return (no) => ({ href: hrefOf(no), selected: no === open, tabbable: no === tabStop })
}

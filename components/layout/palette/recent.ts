'use client'

import { writeDraft } from '@/components/layout/drafts'
import { AFTER_SALE_TYPES, type AfterSaleType } from '@/lib/after-sales/domain/after-sale'

/** A case or dispute as one line. */
export type Found = {
  no: string
  type: AfterSaleType
  title: string
  buyerName: string
  amountFen: number
  currency: string
}

const MOST = 6

/** What was open last, the newest first; kept in this browser tab, of each shop for itself. `of`: a shop's id, or `disputes`. */
export const recentKey = (of: string) => `recent:${of}`

/** Puts it before the others. `kept`: what `recentKey` holds. */
export function rememberCase(
  of: string,
  kept: string,
  { no, type, title, buyerName, amountFen, currency }: Found,
): void {
  const others = parseRecent(kept).filter((one) => one.no !== no)
  const one = { no, type, title, buyerName, amountFen, currency }
  writeDraft(recentKey(of), JSON.stringify([one, ...others].slice(0, MOST)))
}

/** Never throws: the browser's storage is anybody's. */
export function parseRecent(kept: string): Found[] {
  try {
    const all: unknown = JSON.parse(kept || '[]')
    return Array.isArray(all) ? all.filter(isFound) : []
  } catch {
    return []
  }
}

function isFound(one: unknown): one is Found {
  if (typeof one !== 'object' || one === null) return false
  const { no, type, title, buyerName, amountFen, currency } = one as { [name: string]: unknown }
  const texts = [no, title, buyerName, currency].every((text) => typeof text === 'string')
  return texts && typeof amountFen === 'number' && AFTER_SALE_TYPES.some((known) => known === type)
}

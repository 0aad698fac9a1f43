'use client'

import { useState } from 'react'
import type { CaseView } from '@/lib/after-sales/views'
import type { Problem } from './problem'

/**
 * Says so when a case that could be decided here was decided elsewhere. `decidedAt`: the version that this screen's own
 * last decision was made on.
 */
export function useOvertaken(view: CaseView, decidedAt: number | null): Problem | null {
  const open = isOpen(view)
  const [decidable, setDecidable] = useState(open ? view.version : null)
  if (open && decidable !== view.version) setDecidable(view.version)
  return open || decidable === null || decidable === decidedAt ? null : { kind: 'overtaken', version: decidable }
}

/** Something could be decided, at once or after a contact. */
function isOpen({ available, blocked }: CaseView): boolean {
  const acts = [...available, ...blocked.map(({ action }) => action)]
  return acts.some((act) => DECIDING.has(act))
}

const DECIDING: ReadonlySet<string> = new Set([
  'approve',
  'confirmReceipt',
  'retryRefund',
  'recordServiceStep',
  'concedeDispute',
])

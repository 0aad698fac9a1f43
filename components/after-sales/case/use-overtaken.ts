'use client'

import { useState } from 'react'
import type { CaseView } from '@/lib/after-sales/views'
import type { Problem } from './problem'

/** Says so when a case that could be decided here was decided elsewhere. `own`: it was this screen that did it. */
export function useOvertaken(view: CaseView, own: boolean): Problem | null {
  const open = isOpen(view)
  const [decidable, setDecidable] = useState(open ? view.version : null)
  if (open && decidable !== view.version) setDecidable(view.version)
  return own || open || decidable === null ? null : { kind: 'overtaken', version: decidable }
}

/** Something could be decided, at once or after a contact. */
function isOpen({ available, blocked }: CaseView): boolean {
  const acts = [...available, ...blocked.map(({ action }) => action)]
  return acts.some((act) => act === 'approve' || act === 'confirmReceipt' || act === 'retryRefund')
}

import { ChevronsUp, type LucideIcon, Pin, TriangleAlert } from 'lucide-react'
import type { CaseFlag } from '@/lib/marks/domain/mark'

/** The word stands beside it. */
export const FLAG_ICONS: { readonly [F in CaseFlag]: LucideIcon } = {
  PRIORITY: ChevronsUp,
  FOLLOW_UP: Pin,
  RISK: TriangleAlert,
}

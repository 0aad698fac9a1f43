import type { Side } from '@/lib/after-sales/domain/after-sale'
import { SIDES } from '@/lib/after-sales/domain/dispute'
import type { DisputeView } from '@/lib/disputes/views'
import { sidesName } from './event-sentence'

/** An end of somebody's time for evidence; the `last` one begins the review. */
export type Coming = { at: number; sides: Side | 'BOTH'; last: boolean }

/** R4.3 What the dispute's clocks will do, the latest first. */
export function comingOf(dispute: DisputeView | null): Coming[] {
  if (dispute?.stage !== 'EVIDENCE') return []
  const open = SIDES.filter((side) => dispute.evidence[side].open)
  const ends = [...new Set(open.map((side) => dispute.evidence[side].dueAt))].sort((a, b) => b - a)
  return ends.map((at, index) => ({
    at,
    sides: sidesName(open.filter((side) => dispute.evidence[side].dueAt === at)),
    last: index === 0,
  }))
}

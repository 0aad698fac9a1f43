'use server'

import type { z } from 'zod'
import { membershipIn, requireViewer } from '@/lib/auth/gate'
import { inTransaction } from '@/lib/db/transaction'
import { switchSchema } from './commands'
import { switchShop } from './switch'
import type { SwitchOutcome } from './views'

/**
 * R5.1 Turns the shop that the screen showed on or off, for its managers only; of a shop that is not the viewer's there
 * is nothing. A screen that was not true any more is refused with `switchedMeanwhile`.
 */
export async function switchInstantRefund(input: z.input<typeof switchSchema>): Promise<SwitchOutcome> {
  const viewer = await requireViewer()
  const request = switchSchema.safeParse(input)
  const membership = request.success && membershipIn(viewer, request.data.shopId)
  if (!membership) return { ok: false, gone: true }
  if (membership.role !== 'MANAGER') return { ok: false, refusal: { code: 'notPermitted' } }
  const { enabled, seen } = request.data
  const switched = await inTransaction((tx) =>
    switchShop(tx, {
      scope: { kind: 'SHOPS', shopIds: [membership.shopId] },
      actor: { role: 'MANAGER', id: viewer.userId },
      shopId: membership.shopId,
      enabled,
      seen,
    }),
  )
  return 'missing' in switched ? { ok: false, gone: true } : switched
}

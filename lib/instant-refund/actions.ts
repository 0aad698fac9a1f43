'use server'

import type { z } from 'zod'
import { findKeeper } from '@/lib/auth/keeper'
import { inTransaction } from '@/lib/db/transaction'
import { switchSchema } from './commands'
import { switchShop } from './switch'
import type { SwitchOutcome } from './views'

/**
 * R5.1 Turns the shop that the screen showed on or off, for its managers only; of a shop that is not the viewer's there
 * is nothing. A screen that was not true any more is refused with `switchedMeanwhile`.
 */
export async function switchInstantRefund(input: z.input<typeof switchSchema>): Promise<SwitchOutcome> {
  const request = switchSchema.safeParse(input)
  const found = await findKeeper(request.data?.shopId ?? '')
  if (!found.ok)
    return found.why === 'absent' ? { ok: false, gone: true } : { ok: false, refusal: { code: 'notPermitted' } }
  if (!request.success) return { ok: false, gone: true }
  const { scope, actor, shopId } = found.keeper
  const { enabled, seen } = request.data
  const switched = await inTransaction(scope, (tx) => switchShop(tx, { scope, actor, shopId, enabled, seen }))
  return 'missing' in switched ? { ok: false, gone: true } : switched
}

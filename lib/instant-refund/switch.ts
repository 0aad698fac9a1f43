import type { Actor } from '@/lib/after-sales/domain/after-sale'
import type { Scope } from '@/lib/auth/scope'
import type { Tx } from '@/lib/db/transaction'
import { recordSettingChange } from '@/lib/settings/change-store'
import { enqueueSwitched } from '@/lib/webhooks/enqueue-store'
import { decideSwitch, type Switching } from './domain/switch'
import { lockSwitch, readLastChange, saveSwitch } from './store'

export type SwitchRequest = Switching & { scope: Scope; actor: Actor; shopId: string }
/** `missing`: there is no such shop in the scope. */
export type Switched =
  | { ok: true; enabled: boolean; since: number | null }
  | { ok: false; refusal: { code: 'switchedMeanwhile'; enabled: boolean } }
  | { ok: false; missing: true }

/**
 * R5.1 The one way to switch: under the shop's lock, with who and when on record, and a webhook. What already is so writes
 * nothing and tells nobody.
 */
export async function switchShop(tx: Tx, { scope, actor, shopId, ...asked }: SwitchRequest): Promise<Switched> {
  const locked = await lockSwitch(tx, scope, shopId)
  if (!locked) return { ok: false, missing: true }
  const decision = decideSwitch(locked.since, asked, locked.now)
  if (decision.kind === 'REFUSED') return { ok: false, refusal: decision.refusal }
  const { since } = decision
  const enabled = since !== null
  if (decision.kind === 'CHANGED') {
    await saveSwitch(tx, shopId, since)
    await recordSettingChange(tx, { shopId, actor, change: { kind: 'InstantRefundSwitched', data: { enabled } } })
    const seq = await readLastChange(tx, shopId)
    await enqueueSwitched(tx, { shopId, seq, since, by: actor.role, at: locked.now })
  }
  return { ok: true, enabled, since }
}

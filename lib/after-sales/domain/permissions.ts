import type { Facts } from './act'
import type { ActorRole, AfterSale } from './after-sale'
import type { CommandType } from './commands'
import { ACTS, fits, mayOn } from './decide'
import type { Refusal } from './refusals'

export type BlockedAction = { action: CommandType; refusal: Refusal }
export type Actions = { available: CommandType[]; blocked: BlockedAction[] }

const ACT_TYPES = Object.keys(ACTS) as CommandType[]

/**
 * What this role can do to the case now, and what fits but lacks a condition. The case's clock must have been settled.
 * The answer is the one `decide` would give; nobody else may guess it.
 */
export function actionsOf(state: AfterSale, role: ActorRole, seen: Omit<Facts, 'role'>): Actions {
  const facts = { ...seen, role }
  const actions: Actions = { available: [], blocked: [] }
  for (const type of ACT_TYPES) {
    if (!mayAct(role, type) || !mayOn(state, type, role) || !fits(state, type, facts)) continue
    const refusal = ACTS[type].lacks?.(state, facts)
    if (refusal) actions.blocked.push({ action: type, refusal })
    else actions.available.push(type)
  }
  return actions
}

/** "Who may do what": the role alone; whose case it is, is settled where the case is loaded. */
export function mayAct(role: ActorRole, type: CommandType): boolean {
  return ACTS[type].by.includes(role)
}

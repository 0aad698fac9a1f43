import { handleCommand, settle } from '@/lib/after-sales/handle-command'
import { saveChanges } from '@/lib/after-sales/save-store'
import { lockCase } from '@/lib/after-sales/store'
import type { Scope } from '@/lib/auth/scope'
import type { Tx } from '@/lib/db/transaction'
import { markCase } from '@/lib/marks/mark-case'
import { readTitles } from './facts-queries'
import { type Filled, factsOf, fillAct, hasPlaceholders } from './fill-text'
import { type Step, stepOf } from './step'
import type { Item, Mandate } from './turn-store'
import type { BulkRefusal } from './views'

/** Does to one case what was confirmed, as anybody at the desk would; null when it was done, else why not. */
export async function actOnItem(tx: Tx, mandate: Mandate, item: Item): Promise<BulkRefusal | null> {
  const filled = await fillFor(tx, mandate, item)
  return filled.ok ? take(tx, mandate, item, stepOf({ ...mandate.plan, act: filled.act }, item.type)) : filled.refusal
}

/** A text is filled in with what the case says under its lock, an overdue deadline settled (R0.3). */
async function fillFor(tx: Tx, mandate: Mandate, { no }: Item): Promise<Filled> {
  const { act } = mandate.plan
  if (!hasPlaceholders(act)) return { ok: true, act }
  const locked = await lockCase(tx, scopeOf(mandate), no)
  if (!locked) return { ok: false, refusal: { code: 'caseUnknown' } }
  const { now, buyerName } = locked
  const settled = settle(locked, now)
  await saveChanges(tx, [settled])
  const titles = (await readTitles(mandate.shopId, [no], tx)).get(no) ?? []
  return fillAct(act, factsOf({ state: settled.state, buyerName }, { titles, now, writer: mandate.writer }))
}

async function take(tx: Tx, mandate: Mandate, { no, version }: Item, step: Step): Promise<BulkRefusal | null> {
  const { shopId, userId, role } = mandate
  if (step.kind === 'MARK') {
    const marked = await markCase(tx, { shopId, userId, no, mark: step.mark })
    return marked.ok ? null : marked.refusal
  }
  const seen = step.versioned ? { version } : {}
  const actor = { role, id: userId }
  const handled = await handleCommand(tx, { scope: scopeOf(mandate), actor, no, command: step.command, ...seen })
  if (handled.ok) return null
  return 'missing' in handled ? { code: 'caseUnknown' } : handled.refusal
}

function scopeOf({ shopId }: Mandate): Scope {
  return { kind: 'SHOPS', shopIds: [shopId] }
}

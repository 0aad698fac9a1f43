import { hasPassed } from '@/lib/after-sales/domain/deadline'
import type { Instant } from '@/lib/after-sales/domain/policy'
import { findTextFault, MESSAGE_TEXT } from '@/lib/after-sales/domain/text'
import type { LockedCase } from '@/lib/after-sales/store'
import { maskName } from '@/lib/i18n/mask'
import { type ReplyFacts, replyValue } from '@/lib/i18n/reply-value'
import { fillVariables, findPlaceholders } from '@/lib/quick-replies/domain/variables'
import type { BulkAct, BulkRefusal } from './views'

/** One text for many buyers, as each of them is to read it. */

export type Filled = { ok: true; act: BulkAct } | { ok: false; refusal: BulkRefusal }

export function hasPlaceholders(act: BulkAct): boolean {
  return act.type === 'sendMessage' && findPlaceholders(act.text).length > 0
}

/** With every placeholder filled in; refused where one stands for nothing, or it becomes too long. */
export function fillAct(act: BulkAct, facts: ReplyFacts): Filled {
  if (act.type !== 'sendMessage') return { ok: true, act }
  const empty = findPlaceholders(act.text).filter(
    ({ variable, language }) => replyValue(facts, variable, language) === null,
  )
  if (empty.length > 0)
    return { ok: false, refusal: { code: 'cannotFill', variables: empty.map(({ written }) => written) } }
  const text = fillVariables(act.text, (variable, language) => replyValue(facts, variable, language))
  const fault = findTextFault(text, MESSAGE_TEXT, 'text', 'R6.2')
  return fault ? { ok: false, refusal: fault } : { ok: true, act: { ...act, text } }
}

type Around = { titles: readonly string[]; now: Instant; writer: string }

/** What a text can tell of this case. */
export function factsOf({ state, buyerName }: Pick<LockedCase, 'state' | 'buyerName'>, around: Around): ReplyFacts {
  const { no, orderNo, amountFen, currency, deadline } = state
  const dueAt = deadline && !hasPassed(deadline, around.now) ? deadline.dueAt : null
  return { no, orderNo, amountFen, currency, dueAt, buyerName: maskName(buyerName), ...around }
}

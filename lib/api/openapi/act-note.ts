import type { ActorRole } from '@/lib/after-sales/domain/after-sale'
import { DEADLINE_KINDS, STATUSES } from '@/lib/after-sales/domain/after-sale'
import { statusOfDeadline } from '@/lib/after-sales/domain/deadline'
import { ACTS as DECISIONS } from '@/lib/after-sales/domain/decide'
import { mayAct } from '@/lib/after-sales/domain/permissions'
import { ACTS, type ActPath } from '@/lib/api/acts'
import { toAfterSaleJson } from '@/lib/api/after-sale-json'
import type { ProblemCode } from '@/lib/api/problem-codes'
import { roleForAct } from '@/lib/api/reader'
import { EVERY_KEY, type KeyKind, type OperationNote } from './note'
import { factsOf, type Step } from './story'

/** On whose side a key reads a case; see `roleOfKey`. */
export const ROLE_OF_KEY: { readonly [K in KeyKind]: ActorRole } = {
  PLATFORM: 'BUYER',
  AGENT: 'AGENT',
  MANAGER: 'MANAGER',
}

type ActFacts = Pick<OperationNote, 'id' | 'bodies'> & {
  /** What it can refuse besides status, deadline and version. */
  problems?: readonly ProblemCode[]
  /** The case before and after. */
  shown: { by: KeyKind; step: Step; summary: string }
}

/** The note of an act: whose keys it takes and where it fits are what the rules say. */
export function actNote(path: ActPath, { id, bodies, problems = [], shown }: ActFacts): OperationNote {
  const { type } = ACTS[path]
  return {
    id,
    tag: 'Acts',
    keys: EVERY_KEY.filter((key) => mayAct(roleForAct(ROLE_OF_KEY[key], type), type)),
    problems: [...refusalsByState(type), 'versionConflict', ...problems],
    fits: DECISIONS[type].in,
    localized: true,
    ...(bodies ? { bodies } : {}),
    answer: showCase(shown.step, shown.by, shown.summary),
  }
}

/** A case of the story as a key sees it. */
export function showCase(step: Step, by: KeyKind, summary: string) {
  return { summary, value: toAfterSaleJson(factsOf(step), { role: ROLE_OF_KEY[by], locale: 'en' }) }
}

/** R0.7 What fits every status is refused by none; too late comes only what fitted a status that a clock ends. */
function refusalsByState(type: (typeof ACTS)[ActPath]['type']): ProblemCode[] {
  const statuses = DECISIONS[type].in
  if (statuses.length === STATUSES.length && !DECISIONS[type].when) return []
  const runs = DEADLINE_KINDS.some((kind) => statuses.includes(statusOfDeadline(kind)))
  return runs ? ['notAllowedInStatus', 'deadlinePassed'] : ['notAllowedInStatus']
}

import { ofShop } from '@/lib/db/reach'
import { inTransaction } from '@/lib/db/transaction'
import type { Mark } from '@/lib/marks/domain/mark'
import { markCase } from '@/lib/marks/mark-case'
import { setClock } from './past-store'

/** What the people of a shop put on a case, so many ms before the demo begins. */
export type MarkStep = { before: number; by: 'AGENT' | 'MANAGER'; mark: Mark }
export type MarkedStory = { shopId: string; no: string; steps: readonly MarkStep[] }

/** Who is who in the shop that has both. */
const USERS = { AGENT: 'agent', MANAGER: 'manager' } as const

export const assigns = (before: number, by: MarkStep['by'], to: MarkStep['by']): MarkStep => ({
  before,
  by,
  mark: { kind: 'ASSIGN', userId: USERS[to] },
})
export const flags = (before: number, by: MarkStep['by'], flag: Extract<Mark, { kind: 'FLAG' }>['flag']): MarkStep => ({
  before,
  by,
  mark: { kind: 'FLAG', flag },
})
export const notes = (before: number, by: MarkStep['by'], text: string): MarkStep => ({
  before,
  by,
  mark: { kind: 'NOTE', text },
})

/** Puts the marks on the cases of the past, each at its instant; the people have to be there. Leaves the clock where it came to. */
export async function markStories(present: number, stories: readonly MarkedStory[]): Promise<void> {
  const marks = stories.flatMap(({ shopId, no, steps }) =>
    steps.map(({ before, by, mark }) => ({ at: present - before, request: { shopId, no, userId: USERS[by], mark } })),
  )
  for (const { at, request } of marks.sort((a, b) => a.at - b.at)) {
    await setClock(at)
    const marked = await inTransaction(ofShop(request.shopId), (tx) => markCase(tx, request))
    if (!marked.ok) throw new Error(`${request.mark.kind} on ${request.no}: ${marked.refusal.code}`)
  }
}

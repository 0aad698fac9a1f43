'use server'

import type { z } from 'zod'
import { findShopOf } from '@/lib/after-sales/queries'
import { merchantScope, requireViewer } from '@/lib/auth/gate'
import type { ShopId } from '@/lib/auth/scope'
import { ofShop } from '@/lib/db/reach'
import { inTransaction } from '@/lib/db/transaction'
import { assignmentSchema, flagSchema, noteSchema } from './commands'
import { markCase, undoMark } from './mark-case'
import type { MarkOutcome, UnmarkOutcome } from './views'

/** The members of a case's shop, whatever their role, mark it for one another. */

/** `userId`: who looks after it from now on; null: nobody. */
export async function assignCase(input: z.input<typeof assignmentSchema>): Promise<UnmarkOutcome> {
  const request = assignmentSchema.safeParse(input)
  if (!request.success) return { ok: false, invalid: true }
  const { no, userId, undoes } = request.data
  const mark = { kind: 'ASSIGN', userId } as const
  return asMember(no, (who) =>
    inTransaction(ofShop(who.shopId), (tx) =>
      undoes === undefined
        ? markCase(tx, { ...who, mark })
        : undoMark(tx, { ...who, before: mark, put: { kind: 'ASSIGN', userId: undoes } }),
    ),
  )
}

export async function flagCase(input: z.input<typeof flagSchema>): Promise<UnmarkOutcome> {
  const request = flagSchema.safeParse(input)
  if (!request.success) return { ok: false, invalid: true }
  const { no, flag, undoes } = request.data
  const mark = { kind: 'FLAG', flag } as const
  return asMember(no, (who) =>
    inTransaction(ofShop(who.shopId), (tx) =>
      undoes === undefined
        ? markCase(tx, { ...who, mark })
        : undoMark(tx, { ...who, before: mark, put: { kind: 'FLAG', flag: undoes } }),
    ),
  )
}

/** A note that neither the buyer nor the platform ever sees. */
export async function noteCase(input: z.input<typeof noteSchema>): Promise<MarkOutcome> {
  const request = noteSchema.safeParse(input)
  if (!request.success) return { ok: false, invalid: true }
  const { no, text, key } = request.data
  return asMember(no, (who) =>
    inTransaction(ofShop(who.shopId), (tx) => markCase(tx, { ...who, mark: { kind: 'NOTE', text, key } })),
  )
}

type Who = { shopId: ShopId; userId: string; no: string }

/** The shop is the case's, whichever the desk shows; a case of none of the viewer's shops is as if it were not there. */
async function asMember<T>(
  no: string,
  act: (who: Who) => Promise<T>,
): Promise<T | { ok: false; refusal: { code: 'caseUnknown' } }> {
  const viewer = await requireViewer()
  const shopId = await findShopOf(merchantScope(viewer), no)
  if (!shopId) return { ok: false, refusal: { code: 'caseUnknown' } }
  return act({ shopId, userId: viewer.userId, no })
}

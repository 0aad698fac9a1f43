'use server'

import { getLocale } from 'next-intl/server'
import type { z } from 'zod'
import { requireViewer } from '@/lib/auth/gate'
import { rememberLocale } from '@/lib/auth/locale-store'
import { inTransaction } from '@/lib/db/transaction'
import { saveChoice } from './choice-store'
import { kindsOf } from './choices'
import { allReadSchema, caseReadSchema, choiceSchema } from './commands'
import { ownersOf, reachOf } from './owners'
import { markAllRead, markCaseRead } from './read-store'

/** The case lies open before the viewer. */
export async function markCaseNoticesRead(input: z.input<typeof caseReadSchema>): Promise<void> {
  const viewer = await requireViewer()
  const request = caseReadSchema.safeParse(input)
  if (request.success)
    await inTransaction(reachOf(ownersOf(viewer).owners), (tx) => markCaseRead(tx, ownersOf(viewer), request.data.no))
}

export async function markAllNoticesRead(input: z.input<typeof allReadSchema>): Promise<void> {
  const viewer = await requireViewer()
  const request = allReadSchema.safeParse(input)
  if (request.success)
    await inTransaction(reachOf(ownersOf(viewer).owners), (tx) => markAllRead(tx, ownersOf(viewer), request.data.upTo))
}

/** What the viewer gets by e-mail, of one of his shops or of the platform; in the language that he chooses it in. */
export async function chooseNoticeMail(input: z.input<typeof choiceSchema>): Promise<{ ok: boolean }> {
  const viewer = await requireViewer()
  const request = choiceSchema.safeParse(input)
  if (!request.success) return { ok: false }
  const { owner, kind } = request.data
  const offered = ownersOf(viewer).owners.includes(owner) && kindsOf(owner).some((one) => one === kind)
  if (!offered) return { ok: false }
  await saveChoice(viewer.userId, request.data)
  await rememberLocale(viewer.userId, await getLocale())
  return { ok: true }
}

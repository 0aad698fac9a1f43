'use server'

import { requireMember, requireViewer, type Viewer } from '@/lib/auth/gate'
import { bulkRunSchema, prepareSchema } from './commands'
import { prepareRun } from './prepare-run'
import { confirmRun, haltRun, type RunOwner } from './state-store'
import type { BulkAct, BulkOutcome, BulkSelection, PrepareOutcome } from './views'

/** Says what the act would do to each selected case of the current shop, and keeps it until it is confirmed. */
export async function prepareBulk(input: { act: BulkAct; selection: BulkSelection }): Promise<PrepareOutcome> {
  const viewer = await requireMember()
  const request = prepareSchema.safeParse(input)
  return request.success ? prepareRun(viewer, request.data) : { ok: false, invalid: true }
}

/** Confirms what was prepared, exactly as it was shown. Twice is once. */
export async function startBulk(input: { id: string }): Promise<BulkOutcome> {
  const owner = ownerOf(await requireViewer())
  const request = bulkRunSchema.safeParse(input)
  return answer(request.success && (await confirmRun(owner, request.data.id)))
}

/** Nothing more happens after the case that is at it; what was done stays done. What was only prepared is forgotten. */
export async function stopBulk(input: { id: string }): Promise<BulkOutcome> {
  const owner = ownerOf(await requireViewer())
  const request = bulkRunSchema.safeParse(input)
  return answer(request.success && (await haltRun(owner, request.data.id)))
}

function ownerOf({ userId, memberships }: Viewer): RunOwner {
  return { userId, shopIds: memberships.map(({ shopId }) => shopId) }
}

function answer(known: boolean): BulkOutcome {
  return known ? { ok: true } : { ok: false, refusal: { code: 'runUnknown' } }
}

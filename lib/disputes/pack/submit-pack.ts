import { z } from 'zod'
import { loadCase } from '@/lib/after-sales/case-queries'
import { commandSchemas } from '@/lib/after-sales/commands'
import { RECORD_KINDS } from '@/lib/after-sales/domain/evidence-pack'
import { policyOf } from '@/lib/after-sales/domain/policy'
import type { Refusal } from '@/lib/after-sales/domain/refusals'
import { runCommand } from '@/lib/after-sales/handle-command'
import { findShopOf } from '@/lib/after-sales/queries'
import type { ActOutcome, CaseView } from '@/lib/after-sales/views'
import type { Scope } from '@/lib/auth/scope'
import type { Viewer } from '@/lib/auth/views'
import { keepMadeFile } from '@/lib/files/made-file'
import type { Uploader } from '@/lib/files/store'
import { inTempFolder } from '@/lib/files/temp-folder'
import type { Locale } from '@/lib/i18n/locale'
import { identifier } from '@/lib/text'
import { drawPapers } from './draw'
import type { Paper } from './paper'
import { papersOf } from './papers'

export const packSchema = z.strictObject({
  no: identifier(),
  /** R4.4 What the screen showed as last asked for; who says that it is all has to have seen it. */
  seen: z.int().nullable(),
  records: z.array(z.enum(RECORD_KINDS)).max(RECORD_KINDS.length),
  ...commandSchemas.submitEvidence.shape,
})
export type PackRequest = z.infer<typeof packSchema>

/**
 * R4.3 A member gives evidence: the chosen records of the case are drawn first, in his language, and go along before
 * what he added. Where no more can be given nothing is drawn. Asked for twice, the same records are the same files.
 */
export async function submitPack(
  { userId, memberships }: Pick<Viewer, 'userId' | 'memberships'>,
  request: PackRequest,
  locale: Locale,
): Promise<ActOutcome> {
  const { no, records, attachmentIds = [], seen, ...evidence } = request
  const shopId = await findShopOf({ kind: 'SHOPS', shopIds: memberships.map((one) => one.shopId) }, no)
  const membership = memberships.find((one) => one.shopId === shopId)
  if (!membership) return { ok: false, gone: true }
  const scope: Scope = { kind: 'SHOPS', shopIds: [membership.shopId] }
  const uploader: Uploader = { side: 'MERCHANT', shopId: membership.shopId, id: userId }
  for (let attempt = 1; ; attempt++) {
    const view = await loadCase(scope, membership.role, no)
    if (!view) return { ok: false, gone: true }
    const refusal = refusalOf(view, request)
    if (refusal) return { ok: false, refusal }
    const wanted = view.available.includes('submitEvidence') ? [...new Set(records)] : []
    const drawn = await keepPapers(papersOf(view, wanted, locale), no, uploader)
    const handled = await runCommand({
      scope,
      actor: { role: membership.role, id: userId },
      no,
      command: { type: 'submitEvidence', ...evidence, attachmentIds: [...drawn, ...attachmentIds] },
      // more can be given on whatever was asked; that it is all, only on what was seen
      version: evidence.done ? view.version : undefined,
    })
    if (handled.ok) return { ok: true, no, version: handled.state.version, status: handled.state.status }
    if ('missing' in handled) return { ok: false, gone: true }
    // the other side may have said that it is done while this was drawn: that stands in nobody's way
    if (handled.refusal.code !== 'versionConflict' || attempt === ATTEMPTS) return handled
  }
}

const ATTEMPTS = 5

/** What is refused before anything is drawn. */
function refusalOf(view: CaseView, { records, attachmentIds = [], seen, done }: PackRequest): Refusal | null {
  const { attachmentsPerSubmission: max } = policyOf(view.policyVersion)
  if (records.length + attachmentIds.length > max) return { code: 'attachmentsTooMany', path: 'attachmentIds', max }
  if (done && view.dispute && view.dispute.askedAt !== seen) return { code: 'versionConflict', version: view.version }
  return null
}

/** Returns the papers' files, in their order. */
async function keepPapers(papers: readonly Paper[], no: string, uploader: Uploader): Promise<string[]> {
  return inTempFolder(async (folder) => {
    const paths = await drawPapers(papers, folder)
    const ids: string[] = []
    for (const [index, { name }] of papers.entries()) {
      const path = paths[index]
      if (path === undefined) throw new Error(`${name} was not drawn`)
      ids.push(await keepMadeFile({ path, name, purpose: no }, uploader))
    }
    return ids
  })
}

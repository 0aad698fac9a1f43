'use server'

import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { commandSchemas, versionSchema } from '@/lib/after-sales/commands'
import type { ActOutcome } from '@/lib/after-sales/views'
import { requireSupport, requireViewer } from '@/lib/auth/gate'
import { identifier } from '@/lib/text'
import { actAsSupport, claimDispute as claim, releaseDispute as release, type SupportCommand } from './claims'
import { type PackRequest, packSchema, submitPack } from './pack/submit-pack'
import { findNextDispute } from './queries'
import type { ClaimOutcome, DisputeOutcome } from './views'

const actSchema = z.strictObject({
  no: identifier(),
  version: versionSchema,
  command: z.discriminatedUnion('type', [
    commandSchemas.ruleDispute.extend({ type: z.literal('ruleDispute') }),
    commandSchemas.requestEvidence.extend({ type: z.literal('requestEvidence') }),
  ]),
})
const claimSchema = z.strictObject({ no: identifier(), takeOver: z.boolean().optional() })

/** R4.4, R4.5 Support asks for more or rules. `version` is what the screen showed when he decided. */
export async function actOnDispute(input: {
  no: string
  version?: number
  command: SupportCommand
}): Promise<DisputeOutcome> {
  const { userId } = await requireSupport()
  const request = actSchema.safeParse(input)
  if (!request.success)
    return {
      ok: false,
      invalid: request.error.issues.map(({ path, code, message }) => ({
        // as the fields of the command are called
        path: (path[0] === 'command' ? path.slice(1) : path).join('.'),
        code,
        message,
      })),
    }
  const handled = await actAsSupport(userId, request.data)
  if (handled.ok) return { ok: true, no: request.data.no, version: handled.state.version, status: handled.state.status }
  return 'missing' in handled ? { ok: false, gone: true } : handled
}

/** Takes a dispute to rule on; `takeOver`: from the colleague who has it, too. */
export async function claimDispute(input: { no: string; takeOver?: boolean }): Promise<ClaimOutcome> {
  const { userId } = await requireSupport()
  const request = claimSchema.safeParse(input)
  if (!request.success) return { ok: false, gone: true }
  return claim(userId, request.data.no, { takeOver: request.data.takeOver ?? false })
}

/** Gives one's own claim back. */
export async function releaseDispute(no: string): Promise<ClaimOutcome> {
  const { userId } = await requireSupport()
  const parsed = identifier().safeParse(no)
  return parsed.success ? release(userId, parsed.data) : { ok: false, gone: true }
}

/** The next dispute to rule on; null when there is none that no colleague has taken. */
export async function nextDispute(no: string): Promise<string | null> {
  const { userId } = await requireSupport()
  return findNextDispute({ kind: 'PLATFORM' }, userId, identifier().catch('').parse(no))
}

/** R4.3 A member of the shop gives evidence, with those records of the case that he ticked. */
export async function submitEvidencePack(input: PackRequest): Promise<ActOutcome> {
  const viewer = await requireViewer()
  const request = packSchema.safeParse(input)
  if (!request.success)
    return {
      ok: false,
      invalid: request.error.issues.map(({ path, code, message }) => ({ path: path.join('.'), code, message })),
    }
  return submitPack(viewer, request.data, await getLocale())
}

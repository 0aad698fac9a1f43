'use server'

import { z } from 'zod'
import { currentScope, requireMember, requireViewer, type Viewer } from '@/lib/auth/gate'
import type { Scope } from '@/lib/auth/scope'
import { identifier } from '@/lib/text'
import { commandSchemas, type OutsideCommandType, versionSchema } from './commands'
import type { Actor } from './domain/after-sale'
import type { Command } from './domain/commands'
import { runCommand } from './handle-command'
import { findNextUrgent, findShopOf } from './queries'
import type { ActOutcome } from './views'

const requestSchema = z.strictObject({
  no: identifier(),
  version: versionSchema,
  command: z.looseObject({ type: z.enum(Object.keys(commandSchemas) as [OutsideCommandType]) }),
})

/** A member's act on a case of one of his shops. `version` is what the screen showed when he decided. */
export async function actOnCase(input: { no: string; version?: number; command: Command }): Promise<ActOutcome> {
  const viewer = await requireViewer()
  const request = requestSchema.safeParse(input)
  if (!request.success) return invalid(request.error)
  const { no, version, command } = request.data
  const { type, ...body } = command
  const parsed = commandSchemas[type].safeParse(body)
  if (!parsed.success) return invalid(parsed.error)
  const handled = await actAsMember(viewer, no, version, { type, ...parsed.data } as Command)
  if (handled.ok) {
    const { state, openedNo } = handled
    return { ok: true, no, version: state.version, status: state.status, ...(openedNo !== undefined && { openedNo }) }
  }
  return 'missing' in handled ? { ok: false, gone: true } : handled
}

/** What makes no sense passes over nothing. */
const passedOverSchema = z.array(identifier()).max(100).catch([])

/**
 * The case of the current shop that is due next, other than this one; null when nothing waits for the merchant. Those that
 * were `passedOver` come only when there is no other.
 */
export async function nextUrgentCase(no: string, passedOver: readonly string[]): Promise<string | null> {
  const scope = currentScope(await requireMember())
  const from = identifier().catch('').parse(no)
  const others = await findNextUrgent(scope, [from, ...passedOverSchema.parse(passedOver)])
  return others ?? (await findNextUrgent(scope, [from]))
}

/** The role that acts is the one in the case's shop. */
async function actAsMember({ memberships, userId }: Viewer, no: string, version: number | undefined, command: Command) {
  const scope: Scope = { kind: 'SHOPS', shopIds: memberships.map(({ shopId }) => shopId) }
  const shopId = await findShopOf(scope, no)
  const membership = memberships.find((one) => one.shopId === shopId)
  if (!membership) return { ok: false, missing: true } as const
  const actor: Actor = { role: membership.role, id: userId }
  const own: Scope = { kind: 'SHOPS', shopIds: [membership.shopId] }
  return runCommand({ scope: own, actor, no, command, version })
}

function invalid(error: z.ZodError): ActOutcome {
  return {
    ok: false,
    invalid: error.issues.map(({ path, code, message }) => ({ path: path.join('.'), code, message })),
  }
}

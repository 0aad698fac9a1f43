'use server'

import type { z } from 'zod'
import { membershipIn, requireViewer } from '@/lib/auth/gate'
import { type Inviter, invite, renewInvitation, revokeInvitation } from './change-invitations'
import { changeRole, deactivateMember, type MemberKeeper, reactivateMember } from './change-members'
import { invitationIdSchema, invitationSchema, memberIdSchema, roleChangeSchema } from './commands'
import { handOver } from './hand-over'
import type {
  InvitationMade,
  InvitationRefused,
  InvitationRevoked,
  MemberChanged,
  MemberInvalid,
  MemberRefused,
} from './views'

type MemberOutcome = MemberChanged | MemberRefused | MemberInvalid
type LinkOutcome = InvitationMade | InvitationRefused | MemberInvalid
type NotFound<C> = { ok: false; refusal: { code: C | 'notPermitted' } }

const INVALID: MemberInvalid = { ok: false, invalid: true }

/** The link in the answer is seen now and never again; where letters are sent, one goes out with it. */
export async function inviteMember(input: z.input<typeof invitationSchema>): Promise<LinkOutcome> {
  const request = invitationSchema.safeParse(input)
  if (!request.success) return INVALID
  const { shopId, email, role } = request.data
  const found = await findManager(shopId, 'shopUnknown')
  return found.ok ? handOver(await invite(found.inviter, { email, role })) : found
}

/** Another link for an invitation that there is; the one before leads nowhere from then on. */
export async function renewLink(input: z.input<typeof invitationIdSchema>): Promise<LinkOutcome> {
  const request = invitationIdSchema.safeParse(input)
  if (!request.success) return INVALID
  const found = await findManager(request.data.shopId, 'invitationUnknown')
  return found.ok ? handOver(await renewInvitation(found.inviter, request.data.id)) : found
}

export async function withdrawInvitation(
  input: z.input<typeof invitationIdSchema>,
): Promise<InvitationRevoked | InvitationRefused | MemberInvalid> {
  const request = invitationIdSchema.safeParse(input)
  if (!request.success) return INVALID
  const found = await findManager(request.data.shopId, 'invitationUnknown')
  return found.ok ? revokeInvitation(found.inviter, request.data.id) : found
}

export async function changeMemberRole(input: z.input<typeof roleChangeSchema>): Promise<MemberOutcome> {
  const request = roleChangeSchema.safeParse(input)
  if (!request.success) return INVALID
  const { shopId, userId, role } = request.data
  const found = await findManager(shopId, 'memberUnknown')
  return found.ok ? changeRole(found.keeper, userId, role) : found
}

export async function deactivate(input: z.input<typeof memberIdSchema>): Promise<MemberOutcome> {
  const request = memberIdSchema.safeParse(input)
  if (!request.success) return INVALID
  const found = await findManager(request.data.shopId, 'memberUnknown')
  return found.ok ? deactivateMember(found.keeper, request.data.userId) : found
}

export async function reactivate(input: z.input<typeof memberIdSchema>): Promise<MemberOutcome> {
  const request = memberIdSchema.safeParse(input)
  if (!request.success) return INVALID
  const found = await findManager(request.data.shopId, 'memberUnknown')
  return found.ok ? reactivateMember(found.keeper, request.data.userId) : found
}

/** Only the shop's managers keep its staff; `absent`: what somebody of another shop is told. */
async function findManager<C extends string>(
  shopId: string,
  absent: C,
): Promise<{ ok: true; inviter: Inviter; keeper: MemberKeeper } | NotFound<C>> {
  const viewer = await requireViewer()
  const membership = membershipIn(viewer, shopId)
  if (!membership) return { ok: false, refusal: { code: absent } }
  if (membership.role !== 'MANAGER') return { ok: false, refusal: { code: 'notPermitted' } }
  const { userId } = viewer
  return { ok: true, inviter: { shopId, userId }, keeper: { shopId, actor: { role: 'MANAGER', id: userId } } }
}

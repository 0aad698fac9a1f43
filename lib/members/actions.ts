'use server'

import type { z } from 'zod'
import { asKeeper } from '@/lib/auth/keeper'
import { invite, renewInvitation, revokeInvitation } from './change-invitations'
import { changeRole, deactivateMember, reactivateMember } from './change-members'
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

const INVALID: MemberInvalid = { ok: false, invalid: true }

/** The link in the answer is seen now and never again; where letters are sent, one goes out with it. */
export async function inviteMember(input: z.input<typeof invitationSchema>): Promise<LinkOutcome> {
  const request = invitationSchema.safeParse(input)
  if (!request.success) return INVALID
  const { shopId, email, role } = request.data
  return asKeeper(shopId, { code: 'shopUnknown' } as const, async (keeper) =>
    handOver(await invite(keeper, { email, role })),
  )
}

/** Another link for an invitation that there is; the one before leads nowhere from then on. */
export async function renewLink(input: z.input<typeof invitationIdSchema>): Promise<LinkOutcome> {
  const request = invitationIdSchema.safeParse(input)
  if (!request.success) return INVALID
  const { shopId, id } = request.data
  return asKeeper(shopId, { code: 'invitationUnknown' } as const, async (keeper) =>
    handOver(await renewInvitation(keeper, id)),
  )
}

export async function withdrawInvitation(
  input: z.input<typeof invitationIdSchema>,
): Promise<InvitationRevoked | InvitationRefused | MemberInvalid> {
  const request = invitationIdSchema.safeParse(input)
  if (!request.success) return INVALID
  const { shopId, id } = request.data
  return asKeeper(shopId, { code: 'invitationUnknown' } as const, (keeper) => revokeInvitation(keeper, id))
}

export async function changeMemberRole(input: z.input<typeof roleChangeSchema>): Promise<MemberOutcome> {
  const request = roleChangeSchema.safeParse(input)
  if (!request.success) return INVALID
  const { shopId, userId, role } = request.data
  return asKeeper(shopId, { code: 'memberUnknown' } as const, (keeper) => changeRole(keeper, userId, role))
}

export async function deactivate(input: z.input<typeof memberIdSchema>): Promise<MemberOutcome> {
  const request = memberIdSchema.safeParse(input)
  if (!request.success) return INVALID
  const { shopId, userId } = request.data
  return asKeeper(shopId, { code: 'memberUnknown' } as const, (keeper) => deactivateMember(keeper, userId))
}

export async function reactivate(input: z.input<typeof memberIdSchema>): Promise<MemberOutcome> {
  const request = memberIdSchema.safeParse(input)
  if (!request.success) return INVALID
  const { shopId, userId } = request.data
  return asKeeper(shopId, { code: 'memberUnknown' } as const, (keeper) => reactivateMember(keeper, userId))
}

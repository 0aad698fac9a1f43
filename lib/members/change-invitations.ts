import { ofShop } from '@/lib/db/reach'
import { inTransaction, type Tx } from '@/lib/db/transaction'
import { mintLinkToken } from '@/lib/invitations/link-token'
import { recordSettingChange } from '@/lib/settings/change-store'
import { refuseInvitation, refuseRenewal, refuseWithdrawal } from './domain/invitation'
import type { MemberRole } from './domain/member'
import {
  countInvitations,
  findInvited,
  findOpenInvitation,
  insertInvitation,
  markRevoked,
  readInvitation,
} from './invitation-store'
import { lockStaff, type Staff } from './store'
import type { InvitationRefused, InvitationRevoked } from './views'

/** The one way to make, renew and withdraw a way in. */

/** A manager of the shop. */
export type Inviter = { shopId: string; userId: string }
/** `token` is seen now and never again. */
export type NewLink = {
  ok: true
  id: string
  token: string
  shopName: string
  inviter: string
  email: string
  role: MemberRole
  expiresAt: number
}

/** A link for an address (in lower case) that has none that leads in; the refusal says why there is none to be had. */
export async function invite(
  inviter: Inviter,
  { email, role }: { email: string; role: MemberRole },
): Promise<NewLink | InvitationRefused> {
  return inTransaction(ofShop(inviter.shopId), async (tx) => {
    const { shopId, userId: by } = inviter
    const staff = await lockStaff(tx, shopId)
    if (!staff) return { ok: false, refusal: { code: 'shopUnknown' } }
    const person = await findInvited(tx, shopId, email)
    const open = await findOpenInvitation(tx, shopId, email)
    const counts = await countInvitations(tx, shopId, staff.now)
    const refusal = refuseInvitation({ staff: staff.members, by, person, open, ...counts, now: staff.now })
    if (refusal) return { ok: false, refusal }
    if (open) await markRevoked(tx, open.id, staff.now)
    return makeLink(tx, { inviter, staff, email, role })
  })
}

/** Another link for the same address and role; the one before leads nowhere from now on. */
export async function renewInvitation(inviter: Inviter, id: string): Promise<NewLink | InvitationRefused> {
  return inTransaction(ofShop(inviter.shopId), async (tx) => {
    const { shopId, userId: by } = inviter
    const staff = await lockStaff(tx, shopId)
    const life = await readInvitation(tx, shopId, id)
    if (!staff || !life) return { ok: false, refusal: { code: 'invitationUnknown' } }
    const { dayCount } = await countInvitations(tx, shopId, staff.now)
    const refusal = refuseRenewal({ staff: staff.members, by, life, dayCount, now: staff.now })
    if (refusal) return { ok: false, refusal }
    await markRevoked(tx, id, staff.now)
    return makeLink(tx, { inviter, staff, email: life.email, role: life.role })
  })
}

/** From its commit on the link leads nowhere. */
export async function revokeInvitation(inviter: Inviter, id: string): Promise<InvitationRevoked | InvitationRefused> {
  return inTransaction(ofShop(inviter.shopId), async (tx) => {
    const { shopId, userId: by } = inviter
    const staff = await lockStaff(tx, shopId)
    const life = await readInvitation(tx, shopId, id)
    if (!staff || !life) return { ok: false, refusal: { code: 'invitationUnknown' } }
    const refusal = refuseWithdrawal({ staff: staff.members, by, life, now: staff.now })
    if (refusal) return { ok: false, refusal }
    const { email, role } = life
    await markRevoked(tx, id, staff.now)
    const change = { kind: 'InvitationRevoked' as const, data: { email, role } }
    await recordSettingChange(tx, { shopId, actor: actorOf(inviter), change })
    return { ok: true, email }
  })
}

type Link = { inviter: Inviter; staff: Staff; email: string; role: MemberRole }

async function makeLink(tx: Tx, { inviter, staff, email, role }: Link): Promise<NewLink> {
  const { shopId, userId: by } = inviter
  const { token, hash } = mintLinkToken()
  const { id, expiresAt } = await insertInvitation(tx, { shopId, email, role, hash, by, now: staff.now })
  const data = { email, role, expiresAt: new Date(expiresAt).toISOString() }
  await recordSettingChange(tx, { shopId, actor: actorOf(inviter), change: { kind: 'MemberInvited', data } })
  const name = staff.members.find(({ userId }) => userId === by)?.name ?? ''
  return { ok: true, id, token, shopName: staff.shopName, inviter: name, email, role, expiresAt }
}

/** Only managers invite: the rule has said so before anything is written. */
function actorOf({ userId }: Inviter) {
  return { role: 'MANAGER', id: userId } as const
}

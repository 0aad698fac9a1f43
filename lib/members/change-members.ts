import type { Actor } from '@/lib/after-sales/domain/after-sale'
import { ofShop } from '@/lib/db/reach'
import { inTransaction, type Tx } from '@/lib/db/transaction'
import { recordSettingChange } from '@/lib/settings/change-store'
import { type MemberRole, refuseDeactivation, refuseReactivation, refuseRoleChange } from './domain/member'
import { revokeInvitationsAround } from './invitation-store'
import { lockPerson, lockStaff, type Staff, setActive, setRole } from './store'
import type { MemberChanged, MemberRefused } from './views'

/** The one way to change who works for a shop, for the desk's settings and the command line alike. */

/** Of which shop, and as whom he is remembered who does it. */
export type MemberKeeper = { shopId: string; actor: Actor }
type Member = Staff['members'][number]
type Outcome = MemberChanged | MemberRefused

/** What he may from the next click on; that he was a manager before, no link of his survives. */
export async function changeRole(keeper: MemberKeeper, userId: string, role: MemberRole): Promise<Outcome> {
  return withStaff(keeper, async (tx, staff) => {
    const refusal = refuseRoleChange(staff.members, { userId, by: keeper.actor.id, role })
    return refusal ? { ok: false, refusal } : applyTo(staff, userId, (member) => giveRole(tx, keeper, member, role))
  })
}

/** From its commit on the member finds nothing of the shop any more: gate and streams ask the database. */
export async function deactivateMember(keeper: MemberKeeper, userId: string): Promise<Outcome> {
  return withStaff(keeper, async (tx, staff) => {
    const refusal = refuseDeactivation(staff.members, { userId, by: keeper.actor.id })
    return refusal ? { ok: false, refusal } : applyTo(staff, userId, (member) => takeOut(tx, keeper, member))
  })
}

/** As what he was. */
export async function reactivateMember(keeper: MemberKeeper, userId: string): Promise<Outcome> {
  return withStaff(keeper, async (tx, staff) => {
    const support = (await lockPerson(tx, { userId }))?.support ?? false
    const refusal = refuseReactivation(staff.members, { userId, by: keeper.actor.id, support })
    return refusal ? { ok: false, refusal } : applyTo(staff, userId, (member) => takeBack(tx, keeper, member))
  })
}

/** Unasked: the rule is the caller's. */
export async function giveRole(tx: Tx, keeper: MemberKeeper, member: Member, role: MemberRole): Promise<void> {
  const { shopId, actor } = keeper
  const { userId, name, email, role: from } = member
  await setRole(tx, { shopId, userId }, role)
  const data = { userId, name, email, from, to: role }
  await recordSettingChange(tx, { shopId, actor, change: { kind: 'MemberRoleChanged', data } })
  if (role === 'AGENT') await endLinks(tx, keeper, userId)
}

/** Unasked, like `giveRole`. */
export async function takeBack(tx: Tx, { shopId, actor }: MemberKeeper, member: Member): Promise<void> {
  const { userId, name, email, role } = member
  await setActive(tx, { shopId, userId }, true)
  const data = { userId, name, email, role }
  await recordSettingChange(tx, { shopId, actor, change: { kind: 'MemberReactivated', data } })
}

async function takeOut(tx: Tx, keeper: MemberKeeper, member: Member): Promise<void> {
  const { shopId, actor } = keeper
  const { userId, name, email, role } = member
  await setActive(tx, { shopId, userId }, false)
  const data = { userId, name, email, role }
  await recordSettingChange(tx, { shopId, actor, change: { kind: 'MemberDeactivated', data } })
  await endLinks(tx, keeper, userId)
}

/** Whoever may let nobody in any more leaves no open door behind, and finds none. */
async function endLinks(tx: Tx, { shopId, actor }: MemberKeeper, userId: string): Promise<void> {
  for (const data of await revokeInvitationsAround(tx, { shopId, userId }))
    await recordSettingChange(tx, { shopId, actor, change: { kind: 'InvitationRevoked', data } })
}

async function withStaff(keeper: MemberKeeper, change: (tx: Tx, staff: Staff) => Promise<Outcome>): Promise<Outcome> {
  return inTransaction(ofShop(keeper.shopId), async (tx) => {
    const staff = await lockStaff(tx, keeper.shopId)
    return staff ? change(tx, staff) : { ok: false, refusal: { code: 'memberUnknown' } }
  })
}

async function applyTo(staff: Staff, userId: string, act: (member: Member) => Promise<void>): Promise<MemberChanged> {
  const member = staff.members.find((one) => one.userId === userId)
  if (!member) throw new Error(`${userId} is no member, and the rule said that he was`)
  await act(member)
  return { ok: true, name: member.name }
}

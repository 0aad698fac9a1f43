import { randomUUID } from 'node:crypto'
import { ofShop } from '@/lib/db/reach'
import { inTransaction } from '@/lib/db/transaction'
import { recordSettingChange } from '@/lib/settings/change-store'
import { giveRole, type MemberKeeper, takeBack } from './change-members'
import { type MemberRefusal, type MemberRole, refuseRoleChange } from './domain/member'
import { insertMember, insertPerson, lockPerson, lockStaff } from './store'

export type Enrolment = { email: string; name: string; role: MemberRole; passwordHash: string }
/** `created`: nobody had the address, so that name and password of the enrolment are his. */
export type Enrolled = { ok: true; created: boolean }
export type NotEnrolled = { ok: false; refusal: MemberRefusal | { code: 'shopUnknown' } }

/**
 * Lets somebody in without a link, for whoever works at the machine itself. A member gets the role, a deactivated one his
 * place back. Refused with `shopUnknown`, `platformSupport` or `lastManager`. `email`: in lower case.
 */
export async function enrolMember(
  keeper: MemberKeeper,
  { email, name, role, passwordHash }: Enrolment,
): Promise<Enrolled | NotEnrolled> {
  const { shopId, actor } = keeper
  return inTransaction(ofShop(shopId), async (tx) => {
    const staff = await lockStaff(tx, shopId)
    if (!staff) return { ok: false, refusal: { code: 'shopUnknown' } }
    const created = await insertPerson(tx, { userId: randomUUID(), email, name, passwordHash })
    const person = await lockPerson(tx, { email })
    if (!person) throw new Error('whoever has this address was there a moment ago')
    const { userId } = person
    if (person.support) return { ok: false, refusal: { code: 'platformSupport' } }
    const member = staff.members.find((one) => one.userId === userId)
    if (!member) {
      await insertMember(tx, { shopId, userId }, role)
      const data = { userId, name: person.name, email, role }
      await recordSettingChange(tx, { shopId, actor, change: { kind: 'MemberJoined', data } })
      return { ok: true, created }
    }
    const refusal = member.active ? refuseRoleChange(staff.members, { userId, by: actor.id, role }) : null
    if (refusal && refusal.code !== 'alreadyInRole') return { ok: false, refusal }
    if (!member.active) await takeBack(tx, keeper, member)
    if (member.role !== role) await giveRole(tx, keeper, member, role)
    return { ok: true, created }
  })
}

import { randomUUID } from 'node:crypto'
import { ofShop } from '@/lib/db/reach'
import { inTransaction, type Tx } from '@/lib/db/transaction'
import { type JoinRefusal, refuseJoin } from '@/lib/members/domain/invitation'
import { type Invitation, markAccepted, readInvitationOf } from '@/lib/members/invitation-store'
import { insertMember, insertPerson, lockPerson, lockStaff, type Person, type Staff } from '@/lib/members/store'
import { recordSettingChange } from '@/lib/settings/change-store'
import { hashLinkToken } from './link-token'
import { findShopOfLink } from './queries'

/** Somebody who has no account yet, or whoever has signed in. */
export type Newcomer = { name: string; passwordHash: string } | { userId: string }
export type JoinOutcome = { ok: true; userId: string; shopId: string } | { ok: false; refusal: JoinRefusal }

/**
 * Goes through the door that a link opens, once: of two that try at the same instant the second finds it used. Whoever got
 * in by it before gets in again, which changes nothing.
 */
export async function join(token: string, newcomer: Newcomer): Promise<JoinOutcome> {
  const door = await findShopOfLink(token)
  if (!door) return { ok: false, refusal: { code: 'unknown' } }
  return inTransaction(ofShop(door.shopId), async (tx) => {
    const staff = await lockStaff(tx, door.shopId)
    const invitation = await readInvitationOf(tx, door.shopId, hashLinkToken(token))
    if (!staff || !invitation) return { ok: false, refusal: { code: 'unknown' } }
    const known = 'userId' in newcomer ? await lockPerson(tx, newcomer) : null
    const taken = known === null && (await lockPerson(tx, { email: invitation.email })) !== null
    const joiner = known ? ({ kind: 'KNOWN', ...known } as const) : ({ kind: 'NEW', taken } as const)
    const refusal = refuseJoin(invitation, joiner, staff.now)
    if (refusal) return { ok: false, refusal }
    const person = known ?? (await create(tx, invitation, newcomer))
    if (!person) return { ok: false, refusal: { code: 'accountExists' } }
    if (invitation.acceptedAt === null) await enter(tx, { staff, invitation, person })
    return { ok: true, userId: person.userId, shopId: door.shopId }
  })
}

/** Null: somebody has taken the address a moment ago. */
async function create(tx: Tx, { email }: Invitation, newcomer: Newcomer): Promise<Person | null> {
  if (!('name' in newcomer)) throw new Error('whoever is signed in was not found')
  const { name, passwordHash } = newcomer
  const userId = randomUUID()
  const created = await insertPerson(tx, { userId, email, name, passwordHash })
  return created ? { userId, email, name, support: false } : null
}

/** Whoever came in another way meanwhile stays what he is; a deactivated member has no link that leads in. */
async function enter(
  tx: Tx,
  { staff, invitation, person }: { staff: Staff; invitation: Invitation; person: Person },
): Promise<void> {
  const { shopId, id, role } = invitation
  const { userId, name, email } = person
  await markAccepted(tx, id, { userId, now: staff.now })
  if (staff.members.some((member) => member.userId === userId)) return
  await insertMember(tx, { shopId, userId }, role)
  const change = { kind: 'MemberJoined' as const, data: { userId, name, email, role } }
  await recordSettingChange(tx, { shopId, actor: { role, id: userId }, change })
}

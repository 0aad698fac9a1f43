import { randomBytes, randomUUID } from 'node:crypto'
import { OPERATOR } from '@/lib/auth/api-keys'
import { hashPassword } from '@/lib/auth/password'
import { EVERYWHERE, NOWHERE } from '@/lib/db/reach'
import { inTransaction } from '@/lib/db/transaction'
import { PLATFORM_OWNER } from '@/lib/notifications/owners'
import { beginNotices } from '@/lib/notifications/read-store'
import { turnOffTwoStep } from '@/lib/two-step/change-two-step'
import { deactivateMember } from './change-members'
import type { MemberRole } from './domain/member'
import { type Enrolled, enrolMember, type NotEnrolled } from './enrol-member'
import { findUserId, isMemberSomewhere, putPassword, putSupport } from './people-store'
import { insertPerson, lockPerson, tellStanding } from './store'
import type { MemberChanged, MemberRefused } from './views'

/** What whoever works at the machine itself does with people. Addresses in lower case. */

/** Told only now, to whoever is new; null for somebody who has one. */
type WithPassword = { password: string | null }
type NewPerson = { email: string; name: string }

/** Lets somebody into a shop, or gives them another role there. */
export async function addMember({
  shopId,
  ...person
}: NewPerson & { shopId: string; role: MemberRole }): Promise<(Enrolled & WithPassword) | NotEnrolled> {
  const password = inventPassword()
  const passwordHash = await hashPassword(password)
  const enrolled = await enrolMember({ shopId, actor: OPERATOR }, { ...person, passwordHash })
  return enrolled.ok ? { ...enrolled, password: enrolled.created ? password : null } : enrolled
}

/** Ends somebody's access to a shop at once. */
export async function removeMember({
  email,
  shopId,
}: {
  email: string
  shopId: string
}): Promise<MemberChanged | MemberRefused> {
  const userId = await findUserId(email)
  if (userId === null) return { ok: false, refusal: { code: 'memberUnknown' } }
  return deactivateMember({ shopId, actor: OPERATOR }, userId)
}

/** Makes a person of the platform's support; `member`: a member of a shop cannot be one, who rules is no party (R4.7). */
export async function addSupport({ email, name }: NewPerson): Promise<({ ok: true } & WithPassword) | 'member'> {
  const password = inventPassword()
  const passwordHash = await hashPassword(password)
  return inTransaction(EVERYWHERE, async (tx) => {
    const created = await insertPerson(tx, { userId: randomUUID(), email, name, passwordHash })
    const person = await lockPerson(tx, { email })
    if (!person) throw new Error('whoever has this address was there a moment ago')
    const { userId } = person
    if (await isMemberSomewhere(tx, userId)) return 'member'
    await putSupport(tx, userId)
    await beginNotices(tx, { userId, owners: [PLATFORM_OWNER] })
    await tellStanding(tx, userId)
    return { ok: true, password: created ? password : null }
  })
}

/** A new password for somebody, whose sessions end with the old one; null when nobody has that address. */
export async function resetPassword(email: string): Promise<string | null> {
  const password = inventPassword()
  const passwordHash = await hashPassword(password)
  return inTransaction(NOWHERE, async (tx) => {
    const person = await lockPerson(tx, { email })
    if (!person) return null
    await putPassword(tx, person.userId, passwordHash)
    await tellStanding(tx, person.userId)
    return password
  })
}

/** For somebody who has lost the authenticator and the codes put away: the password alone signs in again. */
export async function resetTwoStep(email: string): Promise<'unknown' | 'off' | 'removed'> {
  const userId = await findUserId(email)
  if (userId === null) return 'unknown'
  return (await turnOffTwoStep(userId)) ? 'removed' : 'off'
}

function inventPassword(): string {
  return randomBytes(12).toString('base64url')
}

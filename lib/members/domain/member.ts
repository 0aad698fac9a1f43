/** Who works for a shop, and what may be done about it. Pure: the staff is read by the caller, under its shop's lock. */

export const MEMBER_ROLES = ['AGENT', 'MANAGER'] as const
export type MemberRole = (typeof MEMBER_ROLES)[number]

/** Characters of a person's name, and of an address. */
export const PERSON_NAME_MAX = 64
export const EMAIL_MAX = 254

/** A member as the rules see him; deactivated ones belong to the staff, too. */
export type StaffMember = { userId: string; role: MemberRole; active: boolean }

/** `by`: the member who does it; null for whoever works at the machine itself. */
type MemberAct = { userId: string; by: string | null }

export type MemberRefusal =
  /** There is none, or he is another shop's. */
  | { code: 'memberUnknown' }
  /** Whoever does it is no manager of the shop, or not any more. */
  | { code: 'notPermitted' }
  /** A shop whose settings nobody can change any more could not even let anybody in. */
  | { code: 'lastManager' }
  | { code: 'ownDeactivation' }
  | { code: 'alreadyDeactivated' | 'alreadyActive' | 'memberDeactivated' }
  | { code: 'alreadyInRole'; role: MemberRole }
  /** R4.7 Who rules on disputes is no party. */
  | { code: 'platformSupport' }

/** Only managers keep the staff; judged under the lock, because somebody may have demoted them a moment ago. */
export function refuseKeeper(staff: readonly StaffMember[], by: string | null): MemberRefusal | null {
  return by === null || isManager(find(staff, by)) ? null : { code: 'notPermitted' }
}

export function refuseRoleChange(
  staff: readonly StaffMember[],
  { userId, by, role }: MemberAct & { role: MemberRole },
): MemberRefusal | null {
  const member = find(staff, userId)
  const refusal = refuseKeeper(staff, by)
  if (refusal) return refusal
  if (!member) return { code: 'memberUnknown' }
  if (!member.active) return { code: 'memberDeactivated' }
  if (member.role === role) return { code: 'alreadyInRole', role }
  return role === 'AGENT' ? refuseLoss(staff, member) : null
}

export function refuseDeactivation(staff: readonly StaffMember[], { userId, by }: MemberAct): MemberRefusal | null {
  const member = find(staff, userId)
  const refusal = refuseKeeper(staff, by)
  if (refusal) return refusal
  if (!member) return { code: 'memberUnknown' }
  if (userId === by) return { code: 'ownDeactivation' }
  return member.active ? refuseLoss(staff, member) : { code: 'alreadyDeactivated' }
}

/** `support`: he has become one of the platform's support since. */
export function refuseReactivation(
  staff: readonly StaffMember[],
  { userId, by, support }: MemberAct & { support: boolean },
): MemberRefusal | null {
  const member = find(staff, userId)
  const refusal = refuseKeeper(staff, by)
  if (refusal) return refusal
  if (!member) return { code: 'memberUnknown' }
  if (member.active) return { code: 'alreadyActive' }
  return support ? { code: 'platformSupport' } : null
}

function refuseLoss(staff: readonly StaffMember[], leaving: StaffMember): MemberRefusal | null {
  const others = staff.some((member) => member.userId !== leaving.userId && isManager(member))
  return isManager(leaving) && !others ? { code: 'lastManager' } : null
}

function find(staff: readonly StaffMember[], userId: string): StaffMember | undefined {
  return staff.find((member) => member.userId === userId)
}

function isManager(member: StaffMember | undefined): boolean {
  return member?.active === true && member.role === 'MANAGER'
}

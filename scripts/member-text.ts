import type { MemberRefusal } from '@/lib/members/domain/member'

/** Why somebody was not let in, or not put out. */
export function explainMemberRefusal(refusal: MemberRefusal | { code: 'shopUnknown' }): string {
  switch (refusal.code) {
    case 'shopUnknown':
      return 'There is no such shop.'
    case 'memberUnknown':
      return 'Nobody with this address ever worked for this shop.'
    case 'alreadyDeactivated':
    case 'memberDeactivated':
      return 'They have had no access to this shop already.'
    case 'alreadyActive':
      return 'They have access to this shop already.'
    case 'alreadyInRole':
      return `They are ${refusal.role} already.`
    case 'lastManager':
      return 'They are the shop’s only manager: add another one first.'
    case 'platformSupport':
      return 'They are platform support and cannot be a member of a shop.'
    case 'ownDeactivation':
    case 'notPermitted':
      return 'Only another manager of the shop may do that.'
  }
}

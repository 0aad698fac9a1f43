import { useLocale, useTranslations } from 'next-intl'
import { formatDay } from '@/lib/i18n/time'
import type { InvitationRefused, MemberInvalid, MemberRefused } from '@/lib/members/views'

/** Why somebody was not invited, or nothing changed about a member, in words. Null: no answer came. */
export function useMemberProblem(
  now: number,
): (outcome: MemberRefused | InvitationRefused | MemberInvalid | null) => string {
  const t = useTranslations('members.problems')
  const roles = useTranslations('shell.roles')
  const locale = useLocale()
  return (outcome) => {
    if (outcome === null) return t('unanswered')
    if ('invalid' in outcome) return t('invalid')
    const { refusal } = outcome
    switch (refusal.code) {
      case 'alreadyInRole':
        return t('alreadyInRole', { role: roles(refusal.role) })
      case 'alreadyMember':
        return t(refusal.active ? 'alreadyMember' : 'deactivatedMember', { name: refusal.name })
      case 'alreadyInvited':
        return t('alreadyInvited', { role: roles(refusal.role), when: formatDay(refusal.until, now, locale) })
      case 'tooManyInvitations':
        return t(`tooManyInvitations.${refusal.per}`, { max: refusal.max })
      case 'invitationAccepted':
      case 'invitationRevoked':
        return t(refusal.code, { when: formatDay(refusal.at, now, locale) })
      default:
        return t(refusal.code)
    }
  }
}

'use client'

import { useTranslations } from 'next-intl'
import { cellClass, headClass, tableClass, wideClass } from '@/components/settings/table-class'
import { Button } from '@/components/ui/button'
import { reactivate } from '@/lib/members/actions'
import type { MemberChanged, MemberView } from '@/lib/members/views'
import { PersonName } from './member-row'
import { useAct } from './use-act'
import { useMemberProblem } from './use-member-problem'

export type DeactivatedMembersProps = {
  members: MemberView[]
  now: number
  shopId: string
  onEnd: () => void
  onProblem: (text: string | null) => void
}

/** Who worked here before, folded away. */
export function DeactivatedMembers({ members, ...around }: DeactivatedMembersProps) {
  const t = useTranslations('members')
  const roles = useTranslations('shell.roles')
  const title = t('deactivated', { count: members.length })
  return (
    <details>
      <summary className="w-fit cursor-pointer rounded-sm py-1 text-ink-2 hover:text-ink">{title}</summary>
      <table className={`${tableClass} mt-1`}>
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th className={headClass}>{t('columns.person')}</th>
            <th className={`${headClass} ${wideClass}`}>{t('columns.role')}</th>
            <th className={`${headClass} text-right!`}>{t('columns.act')}</th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.userId}>
              <td className={cellClass}>
                <PersonName member={member} />
                <div className="mt-1 text-ink-2 md:hidden">{roles(member.role)}</div>
              </td>
              <td className={`${cellClass} ${wideClass} whitespace-nowrap`}>{roles(member.role)}</td>
              <td className={`${cellClass} text-right whitespace-nowrap`}>
                {member.refused.reactivation === null && <Reactivate member={member} {...around} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

type ReactivateProps = Omit<DeactivatedMembersProps, 'members'> & { member: MemberView }

function Reactivate({ member: { userId, name }, now, shopId, onEnd, onProblem }: ReactivateProps) {
  const t = useTranslations('members.reactivate')
  const problemText = useMemberProblem(now)
  const { busy, run } = useAct<MemberChanged>({
    done: () => t('done', { name }),
    onRefused: (outcome) => onProblem(problemText(outcome)),
    onEnd,
  })
  const press = () => {
    onProblem(null)
    run(() => reactivate({ shopId, userId }))
  }
  return (
    <Button aria-label={t('of', { name })} busy={busy} busyLabel={t('busy')} onClick={press}>
      {t('open')}
    </Button>
  )
}

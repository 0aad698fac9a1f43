'use client'

import { useTranslations } from 'next-intl'
import { Fragment, useState } from 'react'
import { AskRow } from '@/components/settings/ask-row'
import { cellClass, headClass, tableClass, wideClass } from '@/components/settings/table-class'
import { withdrawInvitation } from '@/lib/members/actions'
import type { InvitationRefused, InvitationRevoked, InvitationView, MemberInvalid } from '@/lib/members/views'
import { InvitationRow, withdrawId } from './invitation-row'
import { useAct } from './use-act'
import { useMemberProblem } from './use-member-problem'

export type InvitationTableProps = {
  invitations: InvitationView[]
  now: number
  shopId: string
  onRenew: (id: string) => Promise<void>
  onEnd: () => void
  onProblem: (text: string | null) => void
}

/** Who is invited and has not come yet. */
export function InvitationTable({ invitations, now, shopId, onRenew, onEnd, onProblem }: InvitationTableProps) {
  const t = useTranslations('members')
  const [asked, setAsked] = useState<string | null>(null)
  const ask = (id: string) => {
    onProblem(null)
    setAsked(id)
  }
  return (
    <section>
      <h2 className="mb-1 font-semibold text-ink">{t('invitations')}</h2>
      <table className={tableClass}>
        <caption className="sr-only">{t('invitations')}</caption>
        <thead>
          <tr>
            <th className={headClass}>{t('columns.email')}</th>
            <th className={`${headClass} ${wideClass}`}>{t('columns.role')}</th>
            <th className={`${headClass} ${wideClass}`}>{t('columns.invited')}</th>
            <th className={`${headClass} ${wideClass}`}>{t('columns.until')}</th>
            <th className={`${headClass} ${wideClass}`}>{t('columns.letter')}</th>
            <th className={`${headClass} text-right!`}>{t('columns.act')}</th>
          </tr>
        </thead>
        <tbody>
          {invitations.map((invitation) => (
            <Fragment key={invitation.id}>
              <InvitationRow
                invitation={invitation}
                now={now}
                onRenew={onRenew}
                onWithdraw={ask}
                open={asked === invitation.id}
              />
              {asked === invitation.id && (
                <tr>
                  <td className={`${cellClass} p-0!`} colSpan={6}>
                    <Withdraw
                      invitation={invitation}
                      now={now}
                      onClose={() => setAsked(null)}
                      onEnd={onEnd}
                      onProblem={onProblem}
                      shopId={shopId}
                    />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type WithdrawProps = Pick<InvitationTableProps, 'now' | 'shopId' | 'onEnd' | 'onProblem'> & {
  invitation: InvitationView
  onClose: () => void
}

/** Asks before a link stops leading in. */
function Withdraw({ invitation: { id, email }, now, shopId, onClose, onEnd, onProblem }: WithdrawProps) {
  const t = useTranslations('members.withdraw')
  const problemText = useMemberProblem(now)
  const { busy, run } = useAct<InvitationRevoked, InvitationRefused | MemberInvalid>({
    done: () => t('done', { email }),
    onRefused: (outcome) => onProblem(problemText(outcome)),
    onEnd: () => {
      onClose()
      onEnd()
    },
  })
  const cancel = () => {
    onClose()
    setTimeout(() => document.getElementById(withdrawId(id))?.focus())
  }
  return (
    <AskRow
      act={t('confirm')}
      busy={busy}
      busyLabel={t('busy')}
      consequence={
        <>
          <b className="font-semibold">{t('ask', { email })}</b> {t('consequence')}
        </>
      }
      onCancel={cancel}
      onConfirm={() => run(() => withdrawInvitation({ shopId, id }))}
    />
  )
}

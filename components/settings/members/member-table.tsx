'use client'

import { useTranslations } from 'next-intl'
import { Fragment, useState } from 'react'
import { cellClass, headClass, tableClass, wideClass } from '@/components/settings/table-class'
import type { MemberView } from '@/lib/members/views'
import { AskMemberRow } from './ask-member-row'
import { type Asked, MemberRow } from './member-row'

export type MemberTableProps = {
  members: MemberView[]
  now: number
  shopId: string
  onEnd: () => void
  /** Why the last act was refused; null before the next. */
  onProblem: (text: string | null) => void
}

/** Everybody who works for the shop now. On a phone a member's facts stand under his name. */
export function MemberTable({ members, now, shopId, onEnd, onProblem }: MemberTableProps) {
  const t = useTranslations('members')
  const [asked, setAsked] = useState<Asked | null>(null)
  const ask = (next: Asked) => {
    onProblem(null)
    setAsked(next)
  }
  return (
    <table className={tableClass}>
      <caption className="sr-only">{t('title')}</caption>
      <thead>
        <tr>
          <th className={headClass}>{t('columns.person')}</th>
          <th className={`${headClass} ${wideClass}`}>{t('columns.role')}</th>
          <th className={`${headClass} ${wideClass}`}>{t('columns.since')}</th>
          <th className={`${headClass} text-right!`}>{t('columns.act')}</th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => {
          const open = asked?.userId === member.userId
          return (
            <Fragment key={member.userId}>
              <MemberRow member={member} now={now} onAsk={ask} open={open} />
              {open && (
                <tr>
                  <td className={`${cellClass} p-0!`} colSpan={4}>
                    <AskMemberRow
                      act={asked.act}
                      // another question is asked anew
                      key={asked.act}
                      member={member}
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
          )
        })}
      </tbody>
    </table>
  )
}

'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { PageHead } from '@/components/settings/page-head'
import { Button } from '@/components/ui/button'
import { Note } from '@/components/ui/note'
import { renewLink } from '@/lib/members/actions'
import type { InvitationMade, StaffView } from '@/lib/members/views'
import { DeactivatedMembers } from './deactivated-members'
import { InvitationTable } from './invitation-table'
import { InviteSheet } from './invite-sheet'
import { LinkSheet } from './link-sheet'
import { MemberTable } from './member-table'
import { useMemberProblem } from './use-member-problem'

type Open = { sheet: 'invite' } | { sheet: 'link'; made: InvitationMade } | null

/** The shop's staff. The sheets hang here and not in a row, which the next reading of the list may take away. */
export function MembersDesk({ shopId, active, deactivated, invitations, now }: StaffView & { shopId: string }) {
  const t = useTranslations('members')
  const router = useRouter()
  const refresh = () => router.refresh()
  const problemText = useMemberProblem(now)
  const [open, setOpen] = useState<Open>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const invite = useRef<HTMLButtonElement>(null)
  const losingFocus = useRef(false)

  // What was pressed may go with the next reading of the list, and the focus with it.
  useEffect(() => {
    if (!losingFocus.current || document.activeElement !== document.body) return
    losingFocus.current = false
    invite.current?.focus()
  })
  const show = (next: Open) => {
    setProblem(null)
    setOpen(next)
    losingFocus.current = next === null
  }
  const renew = async (id: string) => {
    setProblem(null)
    const outcome = await renewLink({ shopId, id }).catch(() => null)
    if (outcome?.ok) show({ sheet: 'link', made: outcome })
    else setProblem(problemText(outcome))
    refresh()
  }
  const around = {
    now,
    shopId,
    onProblem: setProblem,
    onEnd: () => {
      losingFocus.current = true
    },
  }
  return (
    <div className="grid gap-5">
      <PageHead
        action={
          <Button onClick={() => show({ sheet: 'invite' })} ref={invite} size="lg" variant="primary">
            {t('invite.open')}
          </Button>
        }
        intro={t('intro')}
        title={t('title')}
      />
      {problem !== null && (
        <Note role="alert" tone="bad">
          {problem}
        </Note>
      )}
      <MemberTable members={active} {...around} />
      {invitations.length > 0 && <InvitationTable invitations={invitations} onRenew={renew} {...around} />}
      {deactivated.length > 0 && <DeactivatedMembers members={deactivated} {...around} />}
      {open?.sheet === 'invite' && (
        <InviteSheet
          onChanged={refresh}
          onClose={() => show(null)}
          onMade={(made) => show({ sheet: 'link', made })}
          shopId={shopId}
        />
      )}
      {open?.sheet === 'link' && <LinkSheet made={open.made} onClose={() => show(null)} />}
    </div>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { FormSheet } from '@/components/settings/form-sheet'
import { ChoiceList } from '@/components/ui/choice-list'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useTicker } from '@/components/ui/ticker'
import { inviteMember } from '@/lib/members/actions'
import { EMAIL_MAX, MEMBER_ROLES, type MemberRole } from '@/lib/members/domain/member'
import type { InvitationMade } from '@/lib/members/views'
import { useMemberProblem } from './use-member-problem'

export type InviteSheetProps = {
  shopId: string
  onMade: (made: InvitationMade) => void
  onChanged: () => void
  onClose: () => void
}

/** To whom a way in is opened, and as what. */
export function InviteSheet({ shopId, onMade, onChanged, onClose }: InviteSheetProps) {
  const t = useTranslations('members')
  const roles = useTranslations('shell.roles')
  const problemText = useMemberProblem(useTicker().read())
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<MemberRole>('AGENT')
  const [problem, setProblem] = useState<string | null>(null)
  const [inviting, startInviting] = useTransition()
  const addressed = email.trim() !== ''

  const invite = () => {
    setProblem(null)
    startInviting(async () => {
      const outcome = await inviteMember({ shopId, email, role }).catch(() => null)
      if (outcome?.ok) onMade(outcome)
      else setProblem(problemText(outcome))
      // a refusal has changed nothing; without an answer nobody knows
      if (outcome === null || outcome.ok) onChanged()
    })
  }
  return (
    <FormSheet
      busy={inviting}
      busyLabel={t('invite.busy')}
      missing={addressed ? null : t('invite.emailMissing')}
      onClose={onClose}
      onSubmit={invite}
      problem={problem}
      submit={t('invite.submit')}
      title={t('invite.title')}
    >
      <Field hint={t('invite.emailHint')} label={t('invite.email')}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            inputMode="email"
            maxLength={EMAIL_MAX}
            onChange={(event) => setEmail(event.target.value)}
            spellCheck={false}
            type="email"
            value={email}
          />
        )}
      </Field>
      <ChoiceList
        legend={t('invite.role')}
        onValueChange={setRole}
        options={MEMBER_ROLES.map((value) => ({ value, label: roles(value), hint: t(`may.${value}`) }))}
        value={role}
      />
    </FormSheet>
  )
}

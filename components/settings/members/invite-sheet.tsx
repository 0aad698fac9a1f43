'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { ChoiceList } from '@/components/ui/choice-list'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Note } from '@/components/ui/note'
import { Sheet } from '@/components/ui/sheet'
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

const FORM = 'invite-member'

/** To whom a way in is opened, and as what. */
export function InviteSheet({ shopId, onMade, onChanged, onClose }: InviteSheetProps) {
  const t = useTranslations('members')
  const roles = useTranslations('shell.roles')
  const common = useTranslations('common')
  const problemText = useMemberProblem(useTicker().read())
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<MemberRole>('AGENT')
  const [problem, setProblem] = useState<string | null>(null)
  const [inviting, startInviting] = useTransition()
  const emailInput = useRef<HTMLInputElement>(null)
  const addressed = email.trim() !== ''

  const invite = (event: FormEvent) => {
    event.preventDefault()
    if (!addressed || inviting) return
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
    <Sheet
      closeLabel={common('close')}
      footer={
        <>
          <span className="flex-1" />
          <Button disabled={inviting} onClick={onClose} size="lg" variant="bare">
            {common('cancel')}
          </Button>
          <Button
            busy={inviting}
            busyLabel={t('invite.busy')}
            form={FORM}
            reason={addressed ? null : t('invite.emailMissing')}
            size="lg"
            type="submit"
            variant="primary"
          >
            {t('invite.submit')}
          </Button>
        </>
      }
      onOpenAutoFocus={(event) => {
        event.preventDefault()
        emailInput.current?.focus()
      }}
      onOpenChange={(opened) => opened || inviting || onClose()}
      open
      title={t('invite.title')}
      width="sm"
    >
      <form className="grid gap-4 px-4 py-4 md:px-6" id={FORM} noValidate onSubmit={invite}>
        <Field hint={t('invite.emailHint')} label={t('invite.email')}>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              inputMode="email"
              maxLength={EMAIL_MAX}
              onChange={(event) => setEmail(event.target.value)}
              ref={emailInput}
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
        {problem !== null && (
          <Note role="alert" tone="bad">
            {problem}
          </Note>
        )}
      </form>
    </Sheet>
  )
}

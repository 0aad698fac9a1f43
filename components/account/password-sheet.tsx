'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { FormSheet } from '@/components/settings/form-sheet'
import { useCodeRefusal } from '@/components/sign-in/use-code-refusal'
import { changePassword } from '@/lib/account/actions'
import type { PasswordNotChanged } from '@/lib/account/views'
import { PASSWORD_MIN } from '@/lib/invitations/domain/password'
import { AccountName, PasswordField } from './password-field'
import { useFaultFocus } from './use-fault-focus'

type Problem = { field: 'current' | 'next' | 'form'; text: string } | null
type PasswordSheetProps = { email: string; onChanged: () => void; onClose: () => void }

/** The old password and a new one. */
export function PasswordSheet({ email, onChanged, onClose }: PasswordSheetProps) {
  const t = useTranslations('account')
  const refusalText = useCodeRefusal()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [problem, setProblem] = useState<Problem>(null)
  const [changing, startChanging] = useTransition()
  const fields = useFaultFocus(problem)

  const explain = ({ refusal }: PasswordNotChanged): Problem => {
    switch (refusal.code) {
      case 'passwordWrong':
      case 'passwordThrottled':
        return { field: 'current', text: refusalText(refusal) }
      case 'passwordLength':
        return { field: 'next', text: t('password.errors.passwordLength', refusal) }
      default:
        return { field: 'next', text: t(`password.errors.${refusal.code}`) }
    }
  }
  const change = () => {
    setProblem(null)
    startChanging(async () => {
      const outcome = await changePassword({ current, next }).catch(() => null)
      if (outcome?.ok) onChanged()
      else setProblem(outcome ? explain(outcome) : { field: 'form', text: t('unanswered') })
    })
  }
  const problemOf = (field: NonNullable<Problem>['field']) => (problem?.field === field ? problem.text : null)
  return (
    <FormSheet
      busy={changing}
      busyLabel={t('password.busy')}
      missing={current && next ? null : t('password.missing')}
      onClose={onClose}
      onSubmit={change}
      problem={problemOf('form')}
      submit={t('password.submit')}
      title={t('password.open')}
    >
      <div className="grid gap-4" ref={fields}>
        <PasswordField
          error={problemOf('current')}
          label={t('password.current')}
          onChange={setCurrent}
          value={current}
        />
        <PasswordField
          error={problemOf('next')}
          hint={t('password.hint', { min: PASSWORD_MIN })}
          label={t('password.next')}
          offer="new-password"
          onChange={setNext}
          value={next}
        />
      </div>
      <AccountName email={email} />
    </FormSheet>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState, useTransition } from 'react'
import { FormSheet } from '@/components/settings/form-sheet'
import { CodeInput } from '@/components/sign-in/code-input'
import { useCodeRefusal } from '@/components/sign-in/use-code-refusal'
import { Field } from '@/components/ui/field'
import type { TwoStepRefused } from '@/lib/two-step/views'
import { AccountName, PasswordField } from './password-field'
import { useFaultFocus } from './use-fault-focus'

export type ProofSheetProps<Done extends { ok: true }> = {
  email: string
  title: string
  /** What it does. */
  says: ReactNode
  submit: string
  busyLabel: string
  /** Asks for a code of the second step besides the password. */
  withCode?: boolean
  act: (proof: { password: string; code: string }) => Promise<Done | TwoStepRefused>
  onDone: (done: Done) => void
  onClose: () => void
}

const PASSWORD_CODES = ['passwordWrong', 'passwordThrottled']
const CODE_CODES = ['codeWrong', 'codeUsed', 'codeThrottled']

/** What is about one's own account is done by whoever shows anew who he is: somebody may have found the browser open. */
export function ProofSheet<Done extends { ok: true }>(props: ProofSheetProps<Done>) {
  const { email, title, says, submit, busyLabel, withCode = false, act, onDone, onClose } = props
  const t = useTranslations('account')
  const refusalText = useCodeRefusal()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [refused, setRefused] = useState<TwoStepRefused | 'unanswered' | null>(null)
  const [acting, startActing] = useTransition()
  const fields = useFaultFocus(refused)

  const run = () => {
    setRefused(null)
    startActing(async () => {
      const outcome = await act({ password, code }).catch(() => null)
      if (outcome?.ok) onDone(outcome)
      else setRefused(outcome ?? 'unanswered')
    })
  }
  const refusal = refused !== null && refused !== 'unanswered' ? refused.refusal : null
  const isOf = (codes: string[]) => refusal !== null && codes.includes(refusal.code)
  const [ofPassword, ofCode] = [isOf(PASSWORD_CODES), isOf(CODE_CODES)]
  const text = refusal && refusalText(refusal)
  const elsewhere = !ofPassword && !ofCode
  const missing = withCode ? !password || !code : !password
  return (
    <FormSheet
      busy={acting}
      busyLabel={busyLabel}
      missing={missing ? t(withCode ? 'twoStep.bothMissing' : 'ownMissing') : null}
      onClose={onClose}
      onSubmit={run}
      problem={refused === 'unanswered' ? t('unanswered') : elsewhere && text}
      submit={submit}
      title={title}
    >
      <p className="leading-read">{says}</p>
      <div className="grid gap-4" ref={fields}>
        <PasswordField error={ofPassword && text} label={t('own')} onChange={setPassword} value={password} />
        {withCode && (
          <Field error={ofCode && text} label={t('twoStep.code')}>
            {(control) => <CodeInput {...control} onChange={(event) => setCode(event.target.value)} value={code} />}
          </Field>
        )}
      </div>
      <AccountName email={email} />
    </FormSheet>
  )
}

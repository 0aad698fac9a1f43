'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { CodeInput } from '@/components/sign-in/code-input'
import { useCodeRefusal } from '@/components/sign-in/use-code-refusal'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Note } from '@/components/ui/note'
import { PASSWORD_MAX, PASSWORD_MIN } from '@/lib/invitations/domain/password'
import type { JoinState } from '@/lib/invitations/views'
import { PERSON_NAME_MAX } from '@/lib/members/domain/member'

type FieldsProps = { email: string; state: JoinState }

/** Somebody new: what others call him, and a password of his own. */
export function NewFields({ email, state }: FieldsProps) {
  const t = useTranslations('invite')
  const [shown, setShown] = useState(false)
  const nameError = state?.error === 'nameInvalid' ? t('errors.nameInvalid') : null
  const passwordError = () => {
    if (state?.error !== 'password') return null
    const { refusal } = state
    return refusal.code === 'passwordLength' ? t('errors.passwordLength', refusal) : t(`errors.${refusal.code}`)
  }
  const toggle = (
    <button className="text-accent-ink hover:underline" onClick={() => setShown(!shown)} type="button">
      {t(shown ? 'hide' : 'show')}
    </button>
  )
  return (
    <>
      <EmailField email={email} />
      <Field className="mt-4" error={nameError} hint={t('nameHint')} label={t('name')}>
        {(control) => (
          <Input
            {...control}
            autoComplete="name"
            defaultValue={state?.name}
            maxLength={2 * PERSON_NAME_MAX}
            name="name"
            required
            size="xl"
          />
        )}
      </Field>
      <Field
        className="mt-4"
        end={toggle}
        error={passwordError()}
        hint={t('newPasswordHint', { min: PASSWORD_MIN })}
        label={t('newPassword')}
      >
        {(control) => (
          <Input
            {...control}
            autoComplete="new-password"
            maxLength={2 * PASSWORD_MAX}
            name="password"
            required
            size="xl"
            type={shown ? 'text' : 'password'}
          />
        )}
      </Field>
    </>
  )
}

/** Somebody with an account, who says so by its password. */
export function KnownFields({ email, state }: FieldsProps) {
  const t = useTranslations('invite')
  const error = () => {
    if (state?.error === 'throttled' || state?.error === 'crowded')
      return t(`errors.${state.error}`, { minutes: state.minutes })
    return state?.error === 'wrong' || state?.error === 'halfWayOver' ? t(`errors.${state.error}`) : null
  }
  return (
    <>
      <Note className="mb-4">{t('known')}</Note>
      <EmailField email={email} />
      <Field className="mt-4" error={error()} label={t('password')}>
        {(control) => (
          <Input
            {...control}
            autoComplete="current-password"
            maxLength={1000}
            name="password"
            required
            size="xl"
            type="password"
          />
        )}
      </Field>
    </>
  )
}

/** Whether somebody has shown the password of his account and is now asked for its second step. */
export function isAskedForCode(state: JoinState): boolean {
  return state?.error === 'codeAsked' || state?.error === 'code'
}

/** Somebody with an account, after its password: its second step. */
export function CodeFields({ email, state }: FieldsProps) {
  const t = useTranslations('invite')
  const refusalText = useCodeRefusal()
  const code = useRef<HTMLInputElement>(null)
  useEffect(() => code.current?.focus(), [])
  return (
    <>
      <EmailField email={email} />
      <Field
        className="mt-4"
        error={state?.error === 'code' && refusalText(state.refusal)}
        hint={t('codeHint')}
        label={t('code')}
      >
        {(control) => <CodeInput {...control} ref={code} size="xl" />}
      </Field>
    </>
  )
}

/** The invitation says which; password managers look for it here. */
function EmailField({ email }: { email: string }) {
  const t = useTranslations('invite')
  return (
    <Field label={t('email')}>
      {(control) => (
        <Input
          {...control}
          autoComplete="username"
          className="bg-inset!"
          readOnly
          size="xl"
          type="email"
          value={email}
        />
      )}
    </Field>
  )
}

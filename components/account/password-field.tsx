'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

export type PasswordFieldProps = {
  label: ReactNode
  value: string
  onChange: (value: string) => void
  /** What a password manager is to offer. */
  offer?: 'current-password' | 'new-password'
  hint?: ReactNode
  error?: ReactNode
}

export function PasswordField({ label, value, onChange, offer = 'current-password', hint, error }: PasswordFieldProps) {
  const t = useTranslations('account')
  const [shown, setShown] = useState(false)
  const toggle = (
    <button className="text-accent-ink hover:underline" onClick={() => setShown(!shown)} type="button">
      {t(shown ? 'hide' : 'show')}
    </button>
  )
  return (
    <Field end={toggle} error={error} hint={hint} label={label}>
      {(control) => (
        <Input
          {...control}
          autoComplete={offer}
          maxLength={1000}
          onChange={(event) => onChange(event.target.value)}
          type={shown ? 'text' : 'password'}
          value={value}
        />
      )}
    </Field>
  )
}

/** Says whose password it is, to whatever keeps passwords. Last in its form: the first field is where the focus begins. */
export function AccountName({ email }: { email: string }) {
  return <input autoComplete="username" hidden readOnly type="email" value={email} />
}

'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Kbd } from '@/components/ui/kbd'
import { Note } from '@/components/ui/note'
import { signIn } from '@/lib/auth/actions'
import type { SignInState } from '@/lib/auth/views'
import { type DemoSignIn, DemoSignIns } from './demo-sign-ins'

export type SignInFormProps = {
  /** Where to afterwards. */
  next: string | null
  /** The second half of an earlier try came too late. */
  over: boolean
  /** The sandbox's accounts, none elsewhere. */
  demo: DemoSignIn[]
}

export function SignInForm({ next, over, demo }: SignInFormProps) {
  const t = useTranslations('signIn')
  const [state, act, pending] = useActionState<SignInState, FormData>(signIn, null)
  const email = useRef<HTMLInputElement>(null)
  const password = useRef<HTMLInputElement>(null)
  const submit = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (state) password.current?.focus()
  }, [state])

  const explain = (failed: SignInState) => {
    if (failed === null) return null
    return 'minutes' in failed ? t(failed.error, { minutes: failed.minutes }) : t(failed.error)
  }

  const fill = (chosen: DemoSignIn) => {
    if (!email.current || !password.current) return
    email.current.value = chosen.email
    password.current.value = chosen.password
    submit.current?.focus()
  }

  return (
    <form action={act} className="m-auto w-full max-w-90 md:w-80">
      <h1 className="mb-5 text-xl font-semibold text-ink">{t('title')}</h1>
      {over && !state && (
        <Note className="mb-4" role="status" tone="warn">
          {t('over')}
        </Note>
      )}
      {next && <input name="next" type="hidden" value={next} />}
      <Field label={t('email')}>
        {(control) => (
          <Input
            {...control}
            autoComplete="username"
            defaultValue={state?.email}
            maxLength={254}
            name="email"
            ref={email}
            required
            size="xl"
            type="email"
          />
        )}
      </Field>
      <Field className="mt-4" error={explain(state)} label={t('password')}>
        {(control) => (
          <Input
            {...control}
            autoComplete="current-password"
            maxLength={1000}
            name="password"
            ref={password}
            required
            size="xl"
            type="password"
          />
        )}
      </Field>
      <Button
        busy={pending}
        busyLabel={t('busy')}
        className="mt-5 w-full"
        ref={submit}
        size="xl"
        type="submit"
        variant="primary"
      >
        {t('submit')}
        <Kbd className="max-md:hidden">⏎</Kbd>
      </Button>
      {demo.length > 0 && <DemoSignIns onChoose={fill} signIns={demo} />}
    </form>
  )
}

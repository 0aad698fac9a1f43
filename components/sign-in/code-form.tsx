'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Kbd } from '@/components/ui/kbd'
import { finishSignIn, leaveHalfWay } from '@/lib/two-step/actions'
import type { CodeState } from '@/lib/two-step/views'
import { CodeInput } from './code-input'
import { useCodeRefusal } from './use-code-refusal'

/** The second half of signing in, on the same page. `next`: where to afterwards. */
export function CodeForm({ next }: { next: string | null }) {
  const t = useTranslations('signIn.code')
  const refusalText = useCodeRefusal()
  const [state, act, pending] = useActionState<CodeState, FormData>(finishSignIn, null)
  const code = useRef<HTMLInputElement>(null)

  // it takes the place of the password's form, and begins at its one field; so does what follows a wrong code
  // biome-ignore lint/correctness/useExhaustiveDependencies: every answer
  useEffect(() => code.current?.focus(), [state])

  return (
    <div className="m-auto w-full max-w-90 md:w-80">
      <form action={act}>
        <h1 className="mb-2 text-xl font-semibold text-ink">{t('title')}</h1>
        <p className="mb-5 leading-read">{t('says')}</p>
        {next && <input name="next" type="hidden" value={next} />}
        <Field error={state && refusalText(state)} hint={t('hint')} label={t('label')}>
          {(control) => <CodeInput {...control} ref={code} size="xl" />}
        </Field>
        <Button busy={pending} busyLabel={t('busy')} className="mt-5 w-full" size="xl" type="submit" variant="primary">
          {t('submit')}
          <Kbd className="max-md:hidden">⏎</Kbd>
        </Button>
      </form>
      <form action={leaveHalfWay} className="mt-3">
        <Button className="w-full" size="xl" type="submit" variant="bare">
          {t('leave')}
        </Button>
      </form>
    </div>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState, useTransition } from 'react'
import { CopySecret } from '@/components/settings/copy-secret'
import { FormSheet } from '@/components/settings/form-sheet'
import { CodeInput } from '@/components/sign-in/code-input'
import { useCodeRefusal } from '@/components/sign-in/use-code-refusal'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { turnOnTwoStep } from '@/lib/two-step/actions'
import type { TwoStepBegun } from '@/lib/two-step/views'
import { Qr } from './qr'

type ScanSheetProps = { begun: TwoStepBegun; onConfirmed: (recoveryCodes: string[]) => void; onClose: () => void }

/** The seed goes into the authenticator, by its picture or by hand; its first code shows that it is there. */
export function ScanSheet({ begun: { seed, picture }, onConfirmed, onClose }: ScanSheetProps) {
  const t = useTranslations('account')
  const refusalText = useCodeRefusal()
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [confirming, startConfirming] = useTransition()
  const shown = useRef<HTMLInputElement>(null)

  const confirm = () => {
    setProblem(null)
    startConfirming(async () => {
      const outcome = await turnOnTwoStep({ code }).catch(() => null)
      if (outcome?.ok) onConfirmed(outcome.recoveryCodes)
      else setProblem(outcome ? refusalText(outcome.refusal) : t('unanswered'))
    })
  }
  return (
    <FormSheet
      busy={confirming}
      busyLabel={t('twoStep.scan.busy')}
      missing={code.trim() ? null : t('twoStep.scan.codeMissing')}
      onClose={onClose}
      onSubmit={confirm}
      problem={null}
      submit={t('twoStep.scan.submit')}
      title={t('twoStep.begin.title')}
    >
      <p className="leading-read">{t('twoStep.scan.says')}</p>
      <Qr label={t('twoStep.scan.picture')} picture={picture} />
      <Field error={problem} label={t('twoStep.scan.code')}>
        {(control) => (
          <CodeInput {...control} inputMode="numeric" onChange={(event) => setCode(event.target.value)} value={code} />
        )}
      </Field>
      <div className="grid gap-2.5">
        <Field label={t('twoStep.scan.seed')}>
          {(control) => (
            <Input
              {...control}
              className="bg-inset! font-[ui-monospace,monospace]"
              onFocus={(event) => event.currentTarget.select()}
              readOnly
              ref={shown}
              spellCheck={false}
              value={seed.replaceAll(/.{4}(?=.)/g, '$& ')}
            />
          )}
        </Field>
        <CopySecret onRefused={() => shown.current?.select()} secret={seed} />
      </div>
    </FormSheet>
  )
}

'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'
import { Field } from '@/components/ui/field'
import { Note } from '@/components/ui/note'
import { Textarea } from '@/components/ui/textarea'
import { CopySecret } from './copy-secret'

export type SecretOnceProps = {
  /** What it is: "密钥", "签名密钥". */
  label: ReactNode
  secret: string
  /** Somebody tried to leave before saying that it is stored. */
  warned?: boolean
  /** Lines that it is shown in. */
  rows?: number
  /** Below it: how it is used. */
  children?: ReactNode
}

/** A secret on the only occasion that it is seen. Leaving the page meanwhile asks first. */
export function SecretOnce({ label, secret, warned = false, rows = 2, children }: SecretOnceProps) {
  const t = useTranslations('settings.secret')
  const shown = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [])

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <Note icon={TriangleAlert} role={warned ? 'alert' : 'status'} tone="warn">
        {t(warned ? 'unstored' : 'once')}
      </Note>
      <div>
        <Field label={label}>
          {(control) => (
            <Textarea
              {...control}
              className="mb-2.5 bg-inset! font-[ui-monospace,monospace] break-all"
              onFocus={(event) => event.currentTarget.select()}
              readOnly
              ref={shown}
              rows={rows}
              spellCheck={false}
              value={secret}
            />
          )}
        </Field>
        <CopySecret onRefused={() => shown.current?.select()} secret={secret} />
      </div>
      {children}
    </div>
  )
}

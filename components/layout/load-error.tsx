'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Blank } from '@/components/ui/blank'
import { PlainButton } from '@/components/ui/plain-button'

/** What Next gives to a page that stands in for one that broke. */
export type Broken = { error: Error & { digest?: string }; reset: () => void }
export type LoadErrorProps = Broken & { title: string; className?: string; children: ReactNode }

/** In place of what did not come; what is around it stands. With the reference under which the server has written it down. */
export function LoadError({ error, reset, title, className, children }: LoadErrorProps) {
  const t = useTranslations('errors.crash')
  const common = useTranslations('common')
  return (
    <div className="min-h-0 min-w-0 flex-1">
      <Blank
        action={<PlainButton onClick={reset}>{common('retry')}</PlainButton>}
        className={className}
        role="alert"
        title={<h1>{title}</h1>}
      >
        {children}
        {error.digest && <span className="block text-xs text-ink-3">{t('code', { digest: error.digest })}</span>}
      </Blank>
    </div>
  )
}

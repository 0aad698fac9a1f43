'use client'

import { useTranslations } from 'next-intl'
import { Blank } from '@/components/ui/blank'
import { Button } from '@/components/ui/button'

/** The case did not come; the list beside it stands. */
export function CaseError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('case.failed')
  const crash = useTranslations('errors.crash')
  const common = useTranslations('common')
  return (
    <div className="min-h-0 min-w-0 flex-1">
      <Blank action={<Button onClick={reset}>{common('retry')}</Button>} role="alert" title={<h1>{t('title')}</h1>}>
        {t('body')}
        {error.digest && <span className="block text-xs text-ink-3">{crash('code', { digest: error.digest })}</span>}
      </Blank>
    </div>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { Blank } from '@/components/ui/blank'
import { Button } from '@/components/ui/button'

/** A page that broke, inside what still stands around it. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('errors.crash')
  const common = useTranslations('common')
  return (
    <Blank action={<Button onClick={reset}>{common('retry')}</Button>} role="alert" title={t('title')}>
      {t('body')}
      {error.digest && <span className="block text-xs text-ink-3">{t('code', { digest: error.digest })}</span>}
    </Blank>
  )
}

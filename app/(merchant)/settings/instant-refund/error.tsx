'use client'

import { useTranslations } from 'next-intl'
import { Blank } from '@/components/ui/blank'
import { Button } from '@/components/ui/button'

/** The page did not come; the settings around it stand. */
export default function InstantRefundError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  const t = useTranslations('errors.crash')
  const common = useTranslations('common')
  return (
    <Blank
      action={<Button onClick={reset}>{common('retry')}</Button>}
      className="h-auto! px-0! md:px-0!"
      role="alert"
      title={<h1>{t('title')}</h1>}
    >
      {t('body')}
      {error.digest && <span className="block text-xs text-ink-3">{t('code', { digest: error.digest })}</span>}
    </Blank>
  )
}

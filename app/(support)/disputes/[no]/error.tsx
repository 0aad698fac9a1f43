'use client'

import { useTranslations } from 'next-intl'
import { type Broken, LoadError } from '@/components/layout/load-error'

/** The dispute did not come. */
export default function DisputeError(broken: Broken) {
  const t = useTranslations('console.failedOne')
  return (
    <LoadError {...broken} title={t('title')}>
      {t('body')}
    </LoadError>
  )
}

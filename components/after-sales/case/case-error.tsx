'use client'

import { useTranslations } from 'next-intl'
import { type Broken, LoadError } from '@/components/layout/load-error'

/** The case did not come. */
export function CaseError(broken: Broken) {
  const t = useTranslations('case.failed')
  return (
    <LoadError {...broken} title={t('title')}>
      {t('body')}
    </LoadError>
  )
}

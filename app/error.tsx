'use client'

import { useTranslations } from 'next-intl'
import { type Broken, LoadError } from '@/components/layout/load-error'

/** A page that broke, inside what still stands around it. */
export default function PageError(broken: Broken) {
  const t = useTranslations('errors.crash')
  return (
    <LoadError {...broken} title={t('title')}>
      {t('body')}
    </LoadError>
  )
}

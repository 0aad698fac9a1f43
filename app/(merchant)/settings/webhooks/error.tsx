'use client'

import { useTranslations } from 'next-intl'
import { type Broken, LoadError } from '@/components/layout/load-error'

/** The page did not come; the settings around it stand. */
export default function WebhooksError(broken: Broken) {
  const t = useTranslations('errors.crash')
  return (
    <LoadError {...broken} className="h-auto! px-0! md:px-0!" title={t('title')}>
      {t('body')}
    </LoadError>
  )
}

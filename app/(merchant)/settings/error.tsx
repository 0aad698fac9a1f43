'use client'

import { useTranslations } from 'next-intl'
import { type Broken, LoadError } from '@/components/layout/load-error'

/** A page of the settings did not come; what is around it stands. */
export default function SettingsError(broken: Broken) {
  const t = useTranslations('errors.crash')
  return (
    <LoadError {...broken} className="h-auto! px-0! md:px-0!" title={t('title')}>
      {t('body')}
    </LoadError>
  )
}

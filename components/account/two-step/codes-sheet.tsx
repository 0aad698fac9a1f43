'use client'

import { useTranslations } from 'next-intl'
import { SecretSheet } from '@/components/settings/secret-sheet'

/** The recovery codes on the only occasion that they are seen. */
export function CodesSheet({ codes, onStored }: { codes: string[]; onStored: () => void }) {
  const t = useTranslations('account.twoStep.codes')
  return (
    <SecretSheet
      label={t('label')}
      onStored={onStored}
      rows={codes.length}
      secret={codes.join('\n')}
      title={t('title')}
    >
      <p className="leading-read">{t('says')}</p>
    </SecretSheet>
  )
}

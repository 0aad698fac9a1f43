'use client'

import { useTranslations } from 'next-intl'
import { CopyButton } from './copy-button'
import { useUnsentText } from './use-draft'

/** What was written here for a decision that somebody else has made meanwhile: it can be taken along. */
export function KeptText({ no }: { no: string }) {
  const t = useTranslations('case.meanwhile')
  const text = useUnsentText(no)
  if (text === '') return null
  return (
    <span className="mt-1 flex items-start gap-1">
      <span className="min-w-0 flex-1 whitespace-pre-wrap">{t('kept', { text })}</span>
      <CopyButton label={t('copyKept')} text={text} />
    </span>
  )
}

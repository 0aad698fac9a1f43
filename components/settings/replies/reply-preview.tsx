'use client'

import { useTranslations } from 'next-intl'
import { fillVariables } from '@/lib/quick-replies/domain/variables'

/** How a text will read, on a case made up for it. */
export function ReplyPreview({ text }: { text: string }) {
  const t = useTranslations('replies')
  const filled = fillVariables(text.trim(), (variable) => t(`example.${variable}`))
  return (
    <section aria-label={t('form.preview')}>
      <div className="mb-1 flex items-baseline justify-between gap-2 text-xs text-ink-2">
        <span>{t('form.preview')}</span>
        <span className="text-ink-3">{t('form.previewHint')}</span>
      </div>
      <div className="rounded-sm border border-line-strong bg-inset p-3">
        {filled === '' ? (
          <p className="text-xs text-ink-3">{t('form.previewEmpty')}</p>
        ) : (
          <p className="leading-read break-words whitespace-pre-line text-ink">{filled}</p>
        )}
      </div>
    </section>
  )
}

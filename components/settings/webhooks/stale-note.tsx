'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Note } from '@/components/ui/note'

/** The newest did not come; what is shown is from before. */
export function StaleNote({ onRetry }: { onRetry: () => Promise<void> }) {
  const t = useTranslations('webhooks')
  const common = useTranslations('common')
  return (
    <Note icon={TriangleAlert} role="status" tone="warn">
      {t('stale')}{' '}
      <button className="text-accent-ink hover:underline" onClick={() => void onRetry()} type="button">
        {common('retry')}
      </button>
    </Note>
  )
}

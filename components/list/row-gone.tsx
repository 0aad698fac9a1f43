'use client'

import { CircleDashed } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'

/** In a row that has left the list but keeps its place while somebody looks. */
export function RowGone() {
  const t = useTranslations('queue')
  return (
    <span className="flex min-w-0 flex-1 items-center gap-1.25 text-ink-3">
      <Icon as={CircleDashed} className="flex-none" small />
      <span className="truncate">{t('gone')}</span>
    </span>
  )
}

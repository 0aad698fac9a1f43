'use client'

import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import type { QueueRow } from '@/lib/after-sales/views'
import { Face } from './face'
import { FLAG_ICONS } from './flag-icon'

/** What colleagues put on a case, before its amount: the title gives way. */
export function RowMarks({ row: { flag, assignee } }: { row: Pick<QueueRow, 'flag' | 'assignee'> }) {
  const t = useTranslations('marks')
  return (
    <>
      {flag && (
        <span className="inline-flex flex-none items-center gap-0.75 text-xs whitespace-nowrap text-ink-2">
          <Icon as={FLAG_ICONS[flag]} small />
          <span className="max-lg:sr-only">{t(`flags.${flag}`)}</span>
        </span>
      )}
      {assignee && <Face label={t('assignedTo', { name: assignee.name })} name={assignee.name} small />}
    </>
  )
}

'use client'

import { NotebookPen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { tabCountClass } from '@/components/ui/tab-class'
import { useMarks } from './marks-desk'

/** On the tab that the notes are behind: that there are some. */
export function NoteCount() {
  const t = useTranslations('marks')
  const count = useMarks().marks.entries.filter(({ kind }) => kind === 'NOTED').length
  if (count === 0) return null
  return (
    <span className={`${tabCountClass} inline-flex items-center gap-0.5`}>
      <Icon as={NotebookPen} small />
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{t('noteCount', { count })}</span>
    </span>
  )
}

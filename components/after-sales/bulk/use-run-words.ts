import { useTranslations } from 'next-intl'
import type { BulkProgress } from '@/lib/bulk/views'

/** A run in words. */
export function useRunWords() {
  const t = useTranslations('bulk.run')
  return {
    beginningOf: ({ act, goes }: BulkProgress) => t('begun', { act: act.type, count: goes }),
    progressOf: (run: BulkProgress) => t('progress', { act: run.act.type, at: run.done + run.refused, of: run.goes }),
    outcomeOf: ({ act, done, refused, stopped, state }: BulkProgress) =>
      [
        state === 'STOPPED' && t('stopped'),
        t('done', { act: act.type, count: done }),
        refused > 0 && t('refused', { count: refused }),
        stopped > 0 && t('left', { count: stopped }),
      ]
        .filter(Boolean)
        .join(t('join')),
  }
}

import { useTranslations } from 'next-intl'
import type { FilterInvalid, FilterRefused } from '@/lib/saved-filters/views'

/** Why a saved filter was not kept, moved or removed, in words. Null: no answer came. */
export function useFilterProblem(): (outcome: FilterRefused | FilterInvalid | { ok: true } | null) => string {
  const t = useTranslations('queue.saved.problems')
  return (outcome) => {
    if (outcome === null || outcome.ok) return t('unanswered')
    if ('invalid' in outcome) return t('invalid')
    const { refusal } = outcome
    switch (refusal.code) {
      case 'nameTaken':
        return t(refusal.code, { name: refusal.name })
      case 'tooMany':
        return t(refusal.code, { max: refusal.max })
      default:
        return t(refusal.code)
    }
  }
}

import { useTranslations } from 'next-intl'
import { useRefusalText } from '@/components/after-sales/case/use-refusal-text'
import type { BulkRefusal } from '@/lib/bulk/views'

/** Why a case did not go along, as the case itself would say it. */
export function useBulkRefusalText(): (refusal: BulkRefusal) => string {
  const t = useTranslations('bulk.why')
  const textOf = useRefusalText()
  return (refusal) => {
    switch (refusal.code) {
      case 'caseUnknown':
      case 'assigneeUnknown':
      case 'inspectEach':
      case 'failed':
        return t(refusal.code)
      case 'cannotFill':
        return t(refusal.code, { names: refusal.variables.join(' ') })
      default:
        return textOf(refusal)
    }
  }
}

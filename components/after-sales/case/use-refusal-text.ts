import { useLocale, useTranslations } from 'next-intl'
import { useToday } from '@/components/after-sales/use-ticked'
import type { Refusal } from '@/lib/after-sales/domain/refusals'
import { formatAbsolute } from '@/lib/i18n/time'
import { formatFen } from '@/lib/money'

/** A refusal in words: why not, and what to do about it. */
export function useRefusalText(): (refusal: Refusal) => string {
  const t = useTranslations('refusal')
  const words = useTranslations('words')
  const locale = useLocale()
  const today = useToday()
  const comma = locale === 'zh-CN' ? '、' : ', '
  const when = (at: number) => formatAbsolute(at, today, locale)
  return (refusal) => {
    switch (refusal.code) {
      case 'contactRequired':
        return t(`contactRequired.${refusal.missing}`)
      case 'notAllowedInStatus':
        return refusal.steps && refusal.steps.length > 0
          ? t('stepNotNext', { steps: refusal.steps.map((step) => words(`serviceStep.${step}`)).join(comma) })
          : t(refusal.code, { status: words(`status.${refusal.status}`) })
      case 'deadlinePassed':
        return t(refusal.code, { status: words(`status.${refusal.status}`) })
      case 'rejectionTextLength':
      case 'textLength':
      case 'evidenceRequestHours':
        return t(refusal.code, { min: refusal.min, max: refusal.max })
      case 'attachmentsTooMany':
        return t(refusal.code, { max: refusal.max })
      case 'disputeFinal':
      case 'openCaseExists':
        return t(refusal.code, { no: refusal.no })
      case 'afterSalesPeriodOver':
      case 'disputePeriodOver':
        return t(refusal.code, { until: when(refusal.until) })
      case 'evidenceOpen':
        return t(refusal.code, { dueAt: when(refusal.dueAt) })
      case 'refundExceedsPaid':
        return t(refusal.code, { left: formatFen(refusal.leftFen) })
      case 'quantityExceedsBought':
        return t(refusal.code, { bought: refusal.bought })
      default:
        return t(refusal.code)
    }
  }
}

import { useTranslations } from 'next-intl'
import type { Refusal } from '@/lib/after-sales/domain/refusals'
import { formatFen } from '@/lib/money'

/** A refusal in words: why not, and what to do about it. */
export function useRefusalText(): (refusal: Refusal) => string {
  const t = useTranslations('refusal')
  const words = useTranslations('words.status')
  return (refusal) => {
    switch (refusal.code) {
      case 'contactRequired':
        return t(`contactRequired.${refusal.missing}`)
      case 'notAllowedInStatus':
      case 'deadlinePassed':
        return t(refusal.code, { status: words(refusal.status) })
      case 'rejectionTextLength':
        return t(refusal.code, { min: refusal.min, max: refusal.max })
      case 'attachmentsTooMany':
        return t(refusal.code, { max: refusal.max })
      case 'openCaseExists':
        return t(refusal.code, { no: refusal.no })
      case 'refundExceedsPaid':
        return t(refusal.code, { left: formatFen(refusal.leftFen) })
      case 'quantityExceedsBought':
        return t(refusal.code, { bought: refusal.bought })
      default:
        return t(refusal.code)
    }
  }
}

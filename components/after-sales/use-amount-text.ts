import { useTranslations } from 'next-intl'
import type { AfterSaleType } from '@/lib/after-sales/domain/after-sale'
import { isServiceType } from '@/lib/after-sales/domain/service'
import { formatFen } from '@/lib/money'

/** `refundFen`: what a ruling gives back of what is served, if it does. */
export type Priced = { type: AfterSaleType; amountFen: number; currency: string; refundFen?: number | null | undefined }

/** What a case is about in money. R3.2 A service has no amount; R4.5 a ruling may still give one back. */
export function useAmountText(): (of: Priced) => string {
  const words = useTranslations('words')
  return ({ type, amountFen, currency, refundFen }) => {
    if (!isServiceType(type)) return formatFen(amountFen, currency)
    return refundFen ? formatFen(refundFen, currency) : words('noRefund')
  }
}

import { useTranslations } from 'next-intl'
import type { AfterSaleType, Status } from '@/lib/after-sales/domain/after-sale'
import { isExchangeKind } from '@/lib/after-sales/domain/service'

/** A status in a word; a service that neither exchanges nor repairs (R3.4) is merely under way. */
export function useStatusName(): (status: Status, type?: AfterSaleType) => string {
  const words = useTranslations('words')
  return (status, type) => {
    const other = status === 'IN_SERVICE' && type !== undefined && !isExchangeKind(type)
    return other ? words('inOtherService') : words(`status.${status}`)
  }
}

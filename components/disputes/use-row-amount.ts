import { useTranslations } from 'next-intl'
import { isServiceType } from '@/lib/after-sales/domain/service'
import type { DisputeRow } from '@/lib/disputes/views'
import { formatFen } from '@/lib/money'

/** What a row of disputes is about: the amount; of a service, which has none, what was ruled or else what it is (R3.2, R4.5). */
export function useRowAmount(): (row: Pick<DisputeRow, 'type' | 'amountFen' | 'currency' | 'ruling'>) => string {
  const words = useTranslations('words.rowType')
  return ({ type, amountFen, currency, ruling }) => {
    if (!isServiceType(type)) return formatFen(amountFen, currency)
    return ruling?.amountFen ? formatFen(ruling.amountFen, currency) : words(type)
  }
}

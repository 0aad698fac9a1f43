import { useLocale, useTranslations } from 'next-intl'
import type { PackItem } from '@/lib/after-sales/domain/evidence-pack'
import type { CaseView } from '@/lib/after-sales/views'
import { formatDate, formatWhen } from '@/lib/i18n/time'
import { formatFen } from '@/lib/money'

/** What an item of the pack is called, and what is in it. */
export function usePackWords(view: CaseView): (item: PackItem) => { name: string; detail: string } {
  const t = useTranslations('dispute.pack')
  const locale = useLocale()
  const { order, returnShipment, talk, inspection, now } = view
  const when = (at: number) => formatWhen(at, now, locale)
  const parcel = (carrier: string | null, no: string | null) => [carrier, no].filter((part) => part !== null).join(' ')
  const comma = locale === 'zh-CN' ? '，' : ', '

  const detailOf = ({ kind }: PackItem): string => {
    switch (kind) {
      case 'ORDER':
        return t('detail.ORDER', {
          no: order.no,
          when: when(order.paidAt),
          amount: formatFen(order.totalFen, view.currency),
        })
      case 'SHIPMENT': {
        const sent = parcel(order.carrier, order.trackingNo)
        return t('detail.SHIPMENT', {
          parcel: sent && `${sent}${comma}`,
          shipped: order.shippedAt === null ? '' : when(order.shippedAt),
          delivered:
            order.deliveredAt === null
              ? t('detail.notDelivered')
              : t('detail.delivered', { when: when(order.deliveredAt) }),
        })
      }
      case 'RETURN_SHIPMENT':
        return returnShipment
          ? t('detail.RETURN_SHIPMENT', {
              parcel: parcel(returnShipment.carrier, returnShipment.trackingNo),
              when: when(returnShipment.submittedAt),
            })
          : ''
      case 'CONVERSATION': {
        const [first, last] = [talk[0], talk.at(-1)]
        if (!first || !last) return ''
        const [from, until] = [formatDate(first.at, now, locale), formatDate(last.at, now, locale)]
        return from === until ? t('detail.CONVERSATION_DAY', { from }) : t('detail.CONVERSATION', { from, until })
      }
      case 'INSPECTION':
        return inspection
          ? t('detail.INSPECTION', { when: when(inspection.at), name: inspection.by ?? '' })
          : t('detail.INSPECTION_DRAFT')
      case 'SENT_PHOTOS':
        return t('detail.SENT_PHOTOS')
    }
  }
  const countOf = ({ kind, files }: PackItem) => (kind === 'CONVERSATION' ? talk.length : files)
  return (item) => ({ name: t(`kind.${item.kind}`, { n: countOf(item) }), detail: detailOf(item) })
}

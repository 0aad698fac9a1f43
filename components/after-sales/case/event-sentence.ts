import { useTranslations } from 'next-intl'
import type { EventData, EventType } from '@/lib/after-sales/domain/events'
import type { TimelineEntry } from '@/lib/after-sales/views'
import { formatFen } from '@/lib/money'

// the data of an entry is that of its event's type, as the store wrote it
type Told = { [T in EventType]: { type: T; data: EventData[T] } }[EventType]

const HOUR = 3_600_000

/** What happened, in a sentence, without the time. `again`: there is more than one attempt. */
export function useEventSentence(): (entry: TimelineEntry, again?: boolean) => string {
  const t = useTranslations('timeline')
  const words = useTranslations('words')
  return (entry, again = false) => {
    const { type, data } = entry as TimelineEntry & Told
    const name = entry.actor.name ?? words(`role.${entry.actor.role}`)
    switch (type) {
      case 'Applied': {
        const which = data.attempt > 1 ? 'Again' : again ? 'First' : 'Applied'
        return t(`${which}${data.type}`, { amount: formatFen(data.amountFen, data.currency) })
      }
      case 'Approved':
        return data.returnAddress ? t('ApprovedReturn', { name, region: data.returnAddress.region }) : t(type, { name })
      case 'ReviewExpired':
        return t(data.returnAddress ? 'ReviewExpiredReturn' : 'ReviewExpired')
      case 'Rejected':
        return t(type, { name, reason: words(`rejectionReason.${data.reasonCode}`) })
      case 'ReturnShipmentSubmitted':
      case 'ReturnShipmentCorrected':
        return t(type, { carrier: data.carrier, trackingNo: data.trackingNo })
      case 'ReceiptConfirmed':
        return data.note ? t('ReceiptConfirmedNote', { name, note: data.note }) : t(type, { name })
      case 'MessageSent':
        if (data.side === 'BUYER') return t('MessageSentBuyer')
        return t(entry.readAt === null ? 'MessageSentUnread' : 'MessageSentRead', { name })
      case 'ContactLogged':
        return t(type, { name, channel: words(`channel.${data.channel}`), outcome: words(`outcome.${data.outcome}`) })
      case 'RefundOrdered':
      case 'RefundSucceeded':
        return t(type, { amount: formatFen(data.amountFen) })
      case 'RefundRetried':
        return t(type, { name })
      case 'DeadlineSoon':
        return t(`${type}${data.kind}`, { hours: data.beforeMs / HOUR })
      default:
        return t(type)
    }
  }
}

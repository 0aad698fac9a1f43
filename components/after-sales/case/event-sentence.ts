import { useTranslations } from 'next-intl'
import type { Side } from '@/lib/after-sales/domain/after-sale'
import type { EventData, EventType } from '@/lib/after-sales/domain/events'
import { isServiceType } from '@/lib/after-sales/domain/service'
import type { TimelineEntry } from '@/lib/after-sales/views'
import { formatFen } from '@/lib/money'
import { useInstantSentence } from './instant-sentence'

// the data of an entry is that of its event's type, as the store wrote it
type Told = { [T in EventType]: { type: T; data: EventData[T] } }[EventType]

const HOUR = 3_600_000

/**
 * What happened, in a sentence, without the time. `again`: there is more than one attempt; `done`: a side gave evidence
 * and said in the same breath that this was all.
 */
export function useEventSentence(): (entry: TimelineEntry, again?: boolean, done?: boolean) => string {
  const t = useTranslations('timeline')
  const words = useTranslations('words')
  const instantSentence = useInstantSentence()
  return (entry, again = false, done = false) => {
    const { type, data } = entry as TimelineEntry & Told
    const name = entry.actor.name ?? words(`role.${entry.actor.role}`)
    switch (type) {
      case 'Applied': {
        const which = data.attempt > 1 ? 'Again' : again ? 'First' : 'Applied'
        const kind = words(`type.${data.type}`)
        if (data.originalNo !== undefined) return t('AppliedAgreed', { type: kind, no: data.originalNo })
        if (isServiceType(data.type)) return t(`${which}Service`, { type: kind })
        return t(`${which}${data.type}`, { amount: formatFen(data.amountFen, data.currency) })
      }
      case 'InstantRefundJudged':
        return instantSentence(data)
      case 'Approved':
        return data.returnAddress ? t('ApprovedReturn', { name, region: data.returnAddress.region }) : t(type, { name })
      case 'ReviewExpired':
        return t(data.returnAddress ? 'ReviewExpiredReturn' : 'ReviewExpired')
      case 'Rejected':
        return t(type, { name, reason: words(`rejectionReason.${data.reasonCode}`) })
      case 'ReturnShipmentSubmitted':
      case 'ReturnShipmentCorrected':
        return t(type, { carrier: data.carrier, trackingNo: data.trackingNo })
      case 'ServiceProposed':
        return t(type, { name, kind: words(`type.${data.kind}`), note: data.note })
      case 'ServiceAgreed':
        return t(by(type, sideOfActor(entry)), { name, kind: words(`type.${data.kind}`), no: data.serviceNo })
      case 'ServiceRefused':
        return t(by(type, sideOfActor(entry)), { name, kind: words(`type.${data.kind}`) })
      case 'ServiceStepRecorded': {
        const { step, note, shipment } = data
        return t(type, {
          name,
          step: words(`serviceStep.${step}`),
          sent: shipment ? 'yes' : 'no',
          parcel: shipment ? `${shipment.carrier} ${shipment.trackingNo}` : '',
          noted: note ? 'yes' : 'no',
          note: note ?? '',
        })
      }
      case 'ServiceConfirmed':
        return data.note ? t('ServiceConfirmedNote', { note: data.note }) : t(type)
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
        if (data.beforeMs === 0) return t('answerMissed')
        return t(`${type}${data.kind}`, { hours: data.beforeMs / HOUR, sides: data.side ?? 'BOTH' })
      case 'DisputeOpened':
        return t(by(type, data.side), { name, reason: words(`disputeReason.${data.reason}`) })
      case 'EvidenceSubmitted':
        return t(by(done ? 'EvidenceSubmittedDone' : type, data.side), { name })
      case 'EvidenceDone':
      case 'DisputeWithdrawn':
        return t(by(type, data.side), { name })
      case 'EvidenceExpired':
        return t(type, { sides: sidesName(data.sides) })
      case 'EvidenceRequested':
        return t(type, { sides: sidesName(data.sides), note: data.note })
      case 'DisputeConceded':
        if (data.leadsTo === 'REFUND') return t(type, { name })
        return data.returnAddress
          ? t('DisputeConcededReturn', { name, region: data.returnAddress.region })
          : t('DisputeConcededBack', { name })
      case 'DisputeRuled': {
        const liability = words(`liability.${data.liability}`)
        return data.amountFen === null
          ? t(type, { liability, outcome: words(`rulingOutcome.${data.outcome}`) })
          : t('DisputeRuledRefund', { liability, amount: formatFen(data.amountFen) })
      }
      default:
        return t(type)
    }
  }
}

/** Two sides of a dispute as one word of the messages. */
export function sidesName(sides: readonly Side[]): Side | 'BOTH' {
  const [only] = sides
  return sides.length === 1 && only !== undefined ? only : 'BOTH'
}

function sideOfActor({ actor }: TimelineEntry): Side {
  return actor.role === 'BUYER' ? 'BUYER' : 'MERCHANT'
}

/** The buyer has his stamp; of the merchant's people the name is told. */
function by<T extends string>(type: T, side: Side): T | `${T}Merchant` {
  return side === 'MERCHANT' ? `${type}Merchant` : type
}

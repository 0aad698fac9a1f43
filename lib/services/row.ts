import { consequenceOf } from '@/lib/after-sales/domain/deadline'
import type { EventData } from '@/lib/after-sales/domain/events'
import type { ServiceStep, ServiceType } from '@/lib/after-sales/domain/service'
import { clockOf } from '@/lib/after-sales/queries'
import type { AfterSaleRow } from '@/lib/after-sales/row'
import { maskName } from '@/lib/i18n/mask'
import type { ServiceCursor } from './cursor'
import type { LastWord, ServiceRow } from './views'

/** A service as the board's query gives it; the CHECKs there hold the words to their lists. */
export type ListedRow = Pick<
  AfterSaleRow,
  | 'no'
  | 'dueKind'
  | 'dueAt'
  | 'policyVersion'
  | 'expiredKind'
  | 'unreadByMerchantSince'
  | 'openedAt'
  | 'closedAt'
  | 'description'
  | 'service'
> & {
  type: ServiceType
  serviceStep: ServiceStep
  buyerName: string
  title: string
  quantity: number
  lineCount: number
  /** Of the latest step that the merchant recorded. */
  recorded: EventData['ServiceStepRecorded'] | null
  recordedAt: Date | null
  cursor: ServiceCursor
}

export function toServiceRow(row: ListedRow): ServiceRow {
  const clock = clockOf(row)
  const reachedAt = row.closedAt ?? row.recordedAt ?? row.openedAt
  return {
    no: row.no,
    type: row.type,
    serviceStep: row.serviceStep,
    title: row.title,
    furtherLines: row.lineCount - 1,
    quantity: row.quantity,
    buyerName: maskName(row.buyerName),
    clock,
    consequence: consequenceOf({ type: row.type, amountFen: 0, deadline: clock }),
    reachedAt: reachedAt.getTime(),
    openedAt: row.openedAt.getTime(),
    lastWord: lastWordOf(row),
    waybill: row.recorded?.shipment ?? null,
    unread: row.unreadByMerchantSince !== null,
    byItself: row.expiredKind === 'SERVICE_CONFIRM',
  }
}

function lastWordOf({ recorded, service, description }: ListedRow): LastWord | null {
  if (recorded) return recorded.note === null ? null : { by: 'STEP', text: recorded.note }
  if (service?.proposal) return { by: 'PROPOSAL', text: service.proposal.note }
  return description === null ? null : { by: 'BUYER', text: description }
}

import type { Consequence } from '@/lib/after-sales/domain/deadline'
import type { Instant } from '@/lib/after-sales/domain/policy'
import type { ServiceShipment, ServiceStep, ServiceType } from '@/lib/after-sales/domain/service'
import type { Clock } from '@/lib/after-sales/views'

/** What the board of services is given (R3). Plain data; instants are epoch milliseconds of the server's clock. */

/** The columns, from what is to be done to what the buyer confirms; then what is over since a week. */
export const OPEN_COLUMNS = ['TODO', 'ACTIVE', 'CONFIRM'] as const
export type OpenColumn = (typeof OPEN_COLUMNS)[number]
export const SERVICE_COLUMNS = [...OPEN_COLUMNS, 'DONE'] as const
export type ServiceColumn = (typeof SERVICE_COLUMNS)[number]

export type ServiceFilter = { type?: ServiceType | undefined }

/** What was said last: by the buyer when he asked for it, in the proposal that he agreed to, or of the latest step. */
export type LastWord = { by: 'BUYER' | 'PROPOSAL' | 'STEP'; text: string }

export type ServiceRow = {
  no: string
  type: ServiceType
  serviceStep: ServiceStep
  /** The first line's title; how many further lines there are; the first line's quantity. */
  title: string
  furtherLines: number
  quantity: number
  buyerName: string
  /** Null where none runs; an answer that is overdue has one in the past (R3.4). */
  clock: Clock | null
  consequence: Consequence | null
  /** When it reached its step; of one that has not moved, when it was opened. */
  reachedAt: Instant
  openedAt: Instant
  lastWord: LastWord | null
  /** Of the latest step, if something was sent with it. */
  waybill: Pick<ServiceShipment, 'carrier' | 'trackingNo'> | null
  /** The buyer wrote something that the merchant has not read. */
  unread: boolean
  /** R3.3 Done because the buyer said nothing. */
  byItself: boolean
}

export type ServicePage = { rows: ServiceRow[]; nextCursor: string | null; now: Instant }

/** Each counted up to COUNT_LIMIT. DISPUTED: services that are with the platform, and therefore on no column. */
export type ServiceCounts = { [C in OpenColumn | 'DISPUTED']: number }

import type { AfterSaleType, ApplicationReason } from '@/lib/after-sales/domain/after-sale'
import type { Command } from '@/lib/after-sales/domain/commands'
import type { DemoShop } from './catalogue'
import type { MarkStep } from './marks'
import type { PhotoName } from './photo-drawings'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** One act of a story, so many ms before the demo begins. */
export type Step = {
  before: number
  by: 'AGENT' | 'MANAGER' | 'BUYER' | 'SUPPORT'
  command: Command
  photos?: PhotoName[]
}

/** One application and what was done about it; what the clock does comes by itself. */
export type Chapter = {
  openedBefore: number
  type: AfterSaleType
  reason: ApplicationReason
  description?: string
  photos?: PhotoName[]
  /** Part of what was paid, in fen; everything if absent. */
  amountFen?: number
  steps: Step[]
}

/** An order and its applications, one after the other. */
export type Story = {
  shop: DemoShop
  good: number
  quantity?: number
  buyer: number
  /** How long before the first application it was paid, and whether it was sent out and arrived by then. */
  paidBeforeOpening?: number
  unshipped?: boolean
  chapters: Chapter[]
  /** The payment system is out when the refund comes: it waits for its next attempt, or for a person. */
  outage?: 'RETRYING' | 'STUCK'
  /** A colleague of the demo's support has its dispute in hand. */
  claimed?: boolean
  /** What colleagues put on its last case. */
  marks?: MarkStep[]
}

import type { AfterSaleType } from './after-sale'
import type { Instant } from './policy'

/** 换修与其他服务: what is served offline, and how far it is (R3). */

/** 换货, 维修: what a return can be settled by (R3.1), and what a line has a period for (R3.2). */
export const EXCHANGE_KINDS = ['EXCHANGE', 'REPAIR'] as const
export type ExchangeKind = (typeof EXCHANGE_KINDS)[number]

/** 安装, 调试, 技术培训, 售后投诉: the other services that a merchant owes (R3.4). */
export const OTHER_SERVICES = ['INSTALLATION', 'SETUP', 'TRAINING', 'COMPLAINT'] as const
export const SERVICE_TYPES = [...EXCHANGE_KINDS, ...OTHER_SERVICES] as const
export type ServiceType = (typeof SERVICE_TYPES)[number]

/** R3.3, R3.4 Where a service stands. DONE: the buyer has confirmed it, or his time to object is over. */
export const SERVICE_STEPS = ['AGREED', 'ANSWERED', 'GOODS_RECEIVED', 'SENT_BACK', 'PERFORMED', 'DONE'] as const
export type ServiceStep = (typeof SERVICE_STEPS)[number]
/** What can be recorded of a service; it is agreed from the start. */
export const RECORDED_STEPS = ['ANSWERED', 'GOODS_RECEIVED', 'SENT_BACK', 'PERFORMED', 'DONE'] as const
export type RecordedStep = (typeof RECORDED_STEPS)[number]

/** R3.1 What the merchant proposes instead of the return. `contactIds`: who reached the buyer about it since, and may record his answer. */
export type Proposal = { kind: ExchangeKind; note: string; at: Instant; contactIds: string[] }
/** The goods on their way to be served, and back. */
export const DIRECTIONS = ['TO_MERCHANT', 'TO_BUYER'] as const
export type Direction = (typeof DIRECTIONS)[number]
export type ServiceShipment = { direction: Direction; carrier: string; trackingNo: string; at: Instant }

/** Of a service case; or, with a proposal and no step, of a return that both may yet settle by one. */
export type Service = {
  kind: ServiceType
  step: ServiceStep | null
  /** R3.1 The return that it was agreed on in. */
  originalNo: string | null
  proposal: Proposal | null
  shipments: ServiceShipment[]
}

export function isServiceType(type: AfterSaleType): type is ServiceType {
  return SERVICE_TYPES.some((one) => one === type)
}

export function isExchangeKind(type: AfterSaleType): type is ExchangeKind {
  return EXCHANGE_KINDS.some((one) => one === type)
}

/** R3.3, R3.4 What can follow a step; DONE is the buyer's to say, the others are the merchant's. */
export function nextSteps({ kind, step }: Pick<Service, 'kind' | 'step'>): RecordedStep[] {
  switch (step) {
    case 'AGREED':
      return isExchangeKind(kind) ? ['GOODS_RECEIVED', 'PERFORMED'] : ['ANSWERED']
    case 'ANSWERED':
      return ['PERFORMED']
    case 'GOODS_RECEIVED':
      return ['SENT_BACK', 'PERFORMED']
    case 'SENT_BACK':
    case 'PERFORMED':
      return ['DONE']
    case 'DONE':
    case null:
      return []
  }
}

/** Where a waybill of this step goes; null where nothing is sent. */
export function directionOf(step: RecordedStep): Direction | null {
  if (step === 'GOODS_RECEIVED') return 'TO_MERCHANT'
  return step === 'SENT_BACK' ? 'TO_BUYER' : null
}

/** R3.3 The merchant has done his part: the buyer confirms. */
export function isPerformed(service: Pick<Service, 'step'> | null): boolean {
  return service?.step === 'SENT_BACK' || service?.step === 'PERFORMED'
}

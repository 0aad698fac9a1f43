import type { ExchangeKind, RecordedStep } from '@/lib/after-sales/domain/service'
import type { Step } from './story'

/** What merchants and buyers do in the stories of services, so many ms before the demo begins. */

type Parcel = { carrier: string; trackingNo: string }

export const proposes = (before: number, kind: ExchangeKind, note: string): Step => ({
  before,
  by: 'AGENT',
  command: { type: 'proposeService', kind, note },
})
export const answers = (before: number, accept: boolean): Step => ({
  before,
  by: 'BUYER',
  command: { type: 'answerProposal', accept },
})
export const records = (before: number, step: Exclude<RecordedStep, 'DONE'>, note?: string, parcel?: Parcel): Step => ({
  before,
  by: 'AGENT',
  command: { type: 'recordServiceStep', step, ...(note !== undefined && { note }), ...parcel },
})
export const confirms = (before: number): Step => ({
  before,
  by: 'BUYER',
  command: { type: 'recordServiceStep', step: 'DONE' },
})
export const reaches = (before: number, note: string): Step => ({
  before,
  by: 'AGENT',
  command: { type: 'logContact', channel: 'PHONE', outcome: 'REACHED', note },
})

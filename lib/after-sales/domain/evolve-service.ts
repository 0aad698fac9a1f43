import type { AfterSale } from './after-sale'
import { startDeadline } from './deadline'
import type { AfterSaleEvent, EventData, EventOf, EventType } from './events'
import { close, next } from './moves'
import { type Instant, policyOf } from './policy'
import { directionOf, isExchangeKind, isServiceType, type Service } from './service'

const SERVICE_EVENTS = [
  'ServiceProposed',
  'ServiceAgreed',
  'ServiceRefused',
  'ServiceStepRecorded',
  'ServiceConfirmed',
  'ServiceExpired',
] as const satisfies readonly EventType[]
export type ServiceEvent = EventOf<(typeof SERVICE_EVENTS)[number]> & AfterSaleEvent

/** R3.2, R3.4 How a service case begins; null for what refunds. Of an exchange or repair no clock runs yet. */
export function openService({ type, originalNo, proposal, policyVersion }: EventData['Applied'], at: Instant) {
  if (!isServiceType(type)) return null
  const service: Service = {
    kind: type,
    step: 'AGREED',
    originalNo: originalNo ?? null,
    proposal: proposal ?? null,
    shipments: [],
  }
  const deadline = isExchangeKind(type) ? null : startDeadline('SERVICE_ANSWER', at, policyOf(policyVersion))
  return { status: 'IN_SERVICE', service, deadline } as const
}

/** R3 What an event of a service makes of the case. */
export function evolveService(state: AfterSale, event: ServiceEvent): AfterSale {
  const at = event.recordedAt
  switch (event.type) {
    case 'ServiceProposed': {
      const { kind, note } = event.data
      const proposal = { kind, note, at, contactIds: [] }
      return next(state, { service: { kind, step: null, originalNo: null, proposal, shipments: [] } })
    }
    case 'ServiceAgreed':
      return close(state, at, event.data.kind === 'EXCHANGE' ? 'OFFLINE_EXCHANGE' : 'OFFLINE_REPAIR')
    case 'ServiceRefused':
      return next(state, { service: null })
    case 'ServiceStepRecorded':
      return recordStep(state, event)
    case 'ServiceConfirmed':
      return close(finish(state), at, 'SERVICE_DONE')
    case 'ServiceExpired':
      return { ...close(finish(state), at, 'SERVICE_DONE'), expired: 'SERVICE_CONFIRM' }
  }
}

/** R3.1 A proposal is one as long as the goods could still come back by review; what moves on otherwise ends it. */
export function lapseProposal(state: AfterSale): AfterSale {
  const proposable = state.status === 'PENDING_REVIEW' || state.status === 'AWAITING_RETURN'
  return proposable || state.service?.step !== null ? state : { ...state, service: null }
}

/** R3.1 Who reached the buyer since the proposal may say what he answered. */
export function noteContact(state: AfterSale, contactId: string): AfterSale {
  const { service } = state
  if (!service?.proposal || service.step !== null) return state
  const contactIds = [...service.proposal.contactIds, contactId]
  return { ...state, service: { ...service, proposal: { ...service.proposal, contactIds } } }
}

function recordStep(state: AfterSale, { data, recordedAt: at }: EventOf<'ServiceStepRecorded'>): AfterSale {
  const service = serviceOf(state)
  const direction = directionOf(data.step)
  const sent = data.shipment && direction ? [{ direction, ...data.shipment, at }] : []
  const done = data.step === 'SENT_BACK' || data.step === 'PERFORMED'
  return next(state, {
    service: { ...service, step: data.step, shipments: [...service.shipments, ...sent] },
    deadline: done ? startDeadline('SERVICE_CONFIRM', at, policyOf(state.policyVersion)) : null,
    expired: null,
  })
}

function finish(state: AfterSale): AfterSale {
  return { ...state, service: { ...serviceOf(state), step: 'DONE' } }
}

function serviceOf({ service, no }: AfterSale): Service {
  if (!service) throw new Error(`case ${no} serves nothing`)
  return service
}

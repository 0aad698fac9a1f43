import type { z } from 'zod'
import type { Proposal, Service } from '@/lib/after-sales/domain/service'
import { iso } from './iso'
import type { serviceSchema } from './service-schema'

type ServiceJson = z.output<typeof serviceSchema>

/** R3 What is served, or proposed to be, as the API shows it to both sides alike. */
export function toServiceJson({ kind, step, originalNo, proposal, shipments }: Service): ServiceJson {
  return {
    kind,
    step,
    originalNo,
    proposal: proposal && toProposalJson(proposal),
    shipments: shipments.map(({ direction, carrier, trackingNo, at }) => ({
      direction,
      carrier,
      trackingNo,
      at: iso(at),
    })),
  }
}

/** R3.1 Without the contacts that may record the answer: the merchant's `contact.lastId` names the newest. */
function toProposalJson({ kind, note, at }: Proposal): NonNullable<ServiceJson['proposal']> {
  return { kind, note, at: iso(at) }
}

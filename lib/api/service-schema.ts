import { z } from 'zod'
import { DIRECTIONS, EXCHANGE_KINDS, SERVICE_STEPS, SERVICE_TYPES } from '@/lib/after-sales/domain/service'
import { instant } from './schema-parts'

/** R3 What is served offline, as the API answers. */

const proposal = z
  .strictObject({ kind: z.enum(EXCHANGE_KINDS), note: z.string(), at: instant })
  .meta({ id: 'ServiceProposal', description: 'What the merchant proposes instead of the return (R3.1)' })

const shipment = z
  .strictObject({ direction: z.enum(DIRECTIONS), carrier: z.string(), trackingNo: z.string(), at: instant })
  .meta({ id: 'ServiceShipment', description: 'The goods on their way to be served, or back' })

export const serviceSchema = z
  .strictObject({
    kind: z.enum(SERVICE_TYPES),
    step: z
      .enum(SERVICE_STEPS)
      .nullable()
      .meta({ description: 'How far it is (R3.3, R3.4); null of a return that has a proposal' }),
    originalNo: z.string().nullable().meta({ description: 'The return that it was agreed on in' }),
    proposal: proposal.nullable().meta({ description: 'The one that waits for an answer, or that was agreed on' }),
    shipments: z.array(shipment).meta({ description: 'Oldest first' }),
  })
  .meta({ id: 'Service', description: 'What is served offline, or proposed to be (R3)' })

import type { EventData } from '@/lib/after-sales/domain/events'
import { nextSteps, type RecordedStep, type ServiceShipment } from '@/lib/after-sales/domain/service'
import type { CaseView, TimelineEntry } from '@/lib/after-sales/views'

/** A step as it is told. APPLIED, AGREED: how it began; EXPIRED: done because the buyer said nothing. */
export type StepName = 'APPLIED' | 'AGREED' | RecordedStep | 'EXPIRED'
/** R3.3 A step that was taken: when, by whom, with what on record. */
export type TakenStep = {
  name: StepName
  at: number
  by: string | null
  note: string | null
  shipment: Pick<ServiceShipment, 'carrier' | 'trackingNo'> | null
}
export type ServiceTrack = { taken: TakenStep[]; coming: RecordedStep[] }

/** R3.3, R3.4 How a service went, oldest first, and the usual way on; nothing is to come once it is over. */
export function trackOf({
  no,
  service,
  openedAt,
  closedAt,
  timeline,
}: Pick<CaseView, 'no' | 'service' | 'openedAt' | 'closedAt' | 'timeline'>): ServiceTrack {
  if (!service) return { taken: [], coming: [] }
  const agreed = service.originalNo !== null
  const first: TakenStep = {
    name: agreed ? 'AGREED' : 'APPLIED',
    at: openedAt,
    by: null,
    note: service.proposal?.note ?? null,
    shipment: null,
  }
  const own = timeline.filter(({ afterSaleNo }) => afterSaleNo === no).toReversed()
  return { taken: [first, ...own.flatMap(takenOf)], coming: closedAt === null ? wayOn(service) : [] }
}

function takenOf(entry: TimelineEntry): TakenStep[] {
  const taken = { at: entry.effectiveAt, by: entry.actor.role === 'BUYER' ? null : entry.actor.name }
  switch (entry.type) {
    case 'ServiceStepRecorded': {
      // the data of an entry is that of its event's type, as the store wrote it
      const { step, note, shipment } = entry.data as EventData['ServiceStepRecorded']
      return [{ ...taken, name: step, note, shipment }]
    }
    case 'ServiceConfirmed':
      return [{ ...taken, name: 'DONE', note: (entry.data as EventData['ServiceConfirmed']).note, shipment: null }]
    case 'ServiceExpired':
      return [{ ...taken, name: 'EXPIRED', note: null, shipment: null }]
    default:
      return []
  }
}

/** Of what can follow, the first each time. */
function wayOn({ kind, step }: Parameters<typeof nextSteps>[0]): RecordedStep[] {
  const [next] = nextSteps({ kind, step })
  return next ? [next, ...wayOn({ kind, step: next })] : []
}

import type { CaseView, TimelineEntry } from '@/lib/after-sales/views'
import type { Paper } from './paper'
import { frame, type Words } from './words'

/** R2.2, R2.3 How the goods came back: where to, by which waybill, and how that was told. */
export function returnPaper(view: CaseView, w: Words): Paper {
  const { t, words, when } = w
  const { returnShipment: shipment, returnAddress: address } = view
  if (!shipment) throw new Error(`case ${view.no} has no return shipment`)
  const steps = view.timeline.filter(({ afterSaleNo, type }) => afterSaleNo === view.no && STEPS.has(type)).reverse()
  return {
    name: `${t('return.title')}.pdf`,
    title: t('return.title'),
    ...frame(view, steps.at(-1)?.recordedAt ?? shipment.submittedAt, w),
    parts: [
      {
        title: t('return.title'),
        clause: 'R2.3',
        facts: [
          { name: t('shipment.carrier'), value: shipment.carrier },
          { name: t('shipment.trackingNo'), value: shipment.trackingNo },
          { name: t('when'), value: when(shipment.submittedAt) },
          ...(address
            ? [
                {
                  name: t('return.address'),
                  value: `${address.region} ${address.detail} · ${address.name} ${address.phone}`,
                },
              ]
            : []),
        ],
        entries: [],
      },
      {
        title: t('return.steps'),
        clause: null,
        facts: [],
        entries: steps.map((entry) => ({
          when: when(entry.recordedAt),
          who: entry.actor.name ?? words(`role.${entry.actor.role}`),
          text: waybillOf(entry),
          aside: entry.clause,
        })),
      },
    ],
  }
}

const STEPS: ReadonlySet<string> = new Set(['ReturnShipmentSubmitted', 'ReturnShipmentCorrected'])

function waybillOf({ data }: TimelineEntry): string {
  return [data.carrier, data.trackingNo].filter((part) => typeof part === 'string').join(' ')
}

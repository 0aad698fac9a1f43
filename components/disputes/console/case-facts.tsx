import { Application } from '@/components/after-sales/case/application'
import { BuyerFacts } from '@/components/after-sales/case/buyer-facts'
import { InspectionRecord } from '@/components/after-sales/case/inspection-record'
import { OrderFacts } from '@/components/after-sales/case/order-facts'
import { Parcel } from '@/components/after-sales/case/parcel'
import { ServiceRecord } from '@/components/after-sales/case/service-record'
import type { CaseView } from '@/lib/after-sales/views'

/** What the dispute is about, as far as it is on record: to be read only. */
export function CaseFacts({ view }: { view: CaseView }) {
  return (
    <>
      <Application view={view} />
      {view.returnShipment && <Parcel now={view.now} shipment={view.returnShipment} />}
      <ServiceRecord whence view={view} />
      <InspectionRecord view={view} />
      <div className="grid border-t border-line md:grid-cols-2 md:[&>section]:px-5 md:[&>section:last-child]:border-t-0 md:[&>section:last-child]:border-l">
        <OrderFacts view={view} />
        <BuyerFacts view={view} />
      </div>
    </>
  )
}

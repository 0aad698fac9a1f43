import { RefundError } from '@/components/refunds/refund-error'
import type { CaseView } from '@/lib/after-sales/views'
import { Application } from './application'
import { BuyerFacts } from './buyer-facts'
import { CasePane } from './case-pane'
import { GoodsStrip } from './goods-strip'
import { InstantStrip } from './instant-strip'
import { OrderFacts } from './order-facts'
import { ShippedSinceStrip } from './shipped-since-strip'
import { Timeline } from './timeline'

/** One case, beside the list that it came from. */
export function CaseScreen({ view }: { view: CaseView }) {
  const error = view.refund?.lastError ?? null
  return (
    <CasePane
      application={<Application view={view} />}
      facts={
        <>
          <OrderFacts view={view} />
          <BuyerFacts linked view={view} />
        </>
      }
      goods={
        <>
          <ShippedSinceStrip view={view} />
          <GoodsStrip view={view} />
          <InstantStrip view={view} />
        </>
      }
      key={view.no}
      refundError={error && <RefundError error={error} />}
      timeline={<Timeline view={view} />}
      view={view}
    />
  )
}

import { MarksProvider } from '@/components/marks/marks-desk'
import { MarksSection } from '@/components/marks/marks-section'
import { RefundError } from '@/components/refunds/refund-error'
import type { CaseView } from '@/lib/after-sales/views'
import type { CaseMarks } from '@/lib/marks/views'
import { Application } from './application'
import { BuyerFacts } from './buyer-facts'
import { CasePane } from './case-pane'
import { GoodsStrip } from './goods-strip'
import { InstantStrip } from './instant-strip'
import { OrderFacts } from './order-facts'
import { ShippedSinceStrip } from './shipped-since-strip'
import { Timeline } from './timeline'

/** One case, beside the list that it came from. */
export function CaseScreen({ view, marks }: { view: CaseView; marks: CaseMarks }) {
  const error = view.refund?.lastError ?? null
  return (
    <MarksProvider key={view.no} marks={marks}>
      <CasePane
        application={<Application view={view} />}
        facts={
          <div className="flex flex-col">
            <OrderFacts view={view} />
            <BuyerFacts linked view={view} />
            <MarksSection />
          </div>
        }
        goods={
          <>
            <ShippedSinceStrip view={view} />
            <GoodsStrip view={view} />
            <InstantStrip view={view} />
          </>
        }
        refundError={error && <RefundError error={error} />}
        timeline={<Timeline view={view} />}
        view={view}
      />
    </MarksProvider>
  )
}

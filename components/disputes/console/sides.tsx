import type { CaseView } from '@/lib/after-sales/views'
import type { DisputeView } from '@/lib/disputes/views'
import { Party } from './party'

/** R4.3 What each side says and shows, beside each other. */
export function Sides({ view, dispute }: { view: CaseView; dispute: DisputeView }) {
  return (
    <div className="grid md:grid-cols-2">
      <Party dispute={dispute} side="BUYER" view={view} />
      <Party dispute={dispute} side="MERCHANT" view={view} />
    </div>
  )
}

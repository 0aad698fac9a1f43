import type { ReactNode } from 'react'
import { LiveStatus } from '@/components/after-sales/live-status'
import { CaseCount } from '@/components/after-sales/queue/case-count'
import { ClientMessages } from '@/components/layout/client-messages'
import { Shell } from '@/components/layout/shell'
import { countQueue } from '@/lib/after-sales/queries'
import { currentScope, refundScope, requireMember } from '@/lib/auth/gate'
import { listStuckRefunds } from '@/lib/refunds/queries'
import { isSandbox, readClock } from '@/lib/sandbox/clock'

export default async function MerchantLayout({ children }: { children: ReactNode }) {
  const viewer = await requireMember()
  const scope = refundScope(viewer)
  const [{ now }, counts, stuck] = await Promise.all([
    readClock(),
    countQueue(currentScope(viewer)),
    scope ? listStuckRefunds(scope) : [],
  ])
  return (
    <ClientMessages
      of={[
        ...(['common', 'errors', 'shell', 'sandbox'] as const),
        ...(['queue', 'case', 'reject', 'consequence', 'timeline', 'refusal', 'words', 'files'] as const),
      ]}
    >
      <Shell
        caseCount={<CaseCount initial={counts.MERCHANT} />}
        // what was fetched for one shop is not another's
        key={viewer.current.shopId}
        live={<LiveStatus />}
        now={new Date(now).getTime()}
        sandbox={isSandbox()}
        stuckRefunds={viewer.support || stuck.length > 0 ? stuck.length : null}
        viewer={viewer}
      >
        {children}
      </Shell>
    </ClientMessages>
  )
}

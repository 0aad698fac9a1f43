import type { ReactNode } from 'react'
import { LiveStatus } from '@/components/after-sales/live-status'
import { CaseCount } from '@/components/after-sales/queue/case-count'
import { openCount } from '@/components/disputes/console/open-count'
import { OwnCount } from '@/components/disputes/merchant/list/own-count'
import { ClientMessages } from '@/components/layout/client-messages'
import { Shell } from '@/components/layout/shell'
import { Bell } from '@/components/notifications/bell'
import { ServiceCount } from '@/components/services/service-count'
import { countQueue } from '@/lib/after-sales/queries'
import { currentScope, refundScope, requireMember } from '@/lib/auth/gate'
import { countDisputes } from '@/lib/disputes/queries'
import { ownersOf } from '@/lib/notifications/owners'
import { countUnread } from '@/lib/notifications/queries'
import { listStuckRefunds } from '@/lib/refunds/queries'
import { isSandbox, readClock } from '@/lib/sandbox/clock'
import { countServices } from '@/lib/services/queries'

export default async function MerchantLayout({ children }: { children: ReactNode }) {
  const viewer = await requireMember()
  const scope = refundScope(viewer)
  const [{ now }, counts, stuck, disputes, services, unread] = await Promise.all([
    readClock(),
    countQueue(currentScope(viewer)),
    scope ? listStuckRefunds(scope) : [],
    countDisputes(currentScope(viewer)),
    countServices(currentScope(viewer)),
    countUnread(ownersOf(viewer)),
  ])
  return (
    <ClientMessages
      of={[
        ...(['common', 'errors', 'shell', 'sandbox'] as const),
        ...([
          'queue',
          'case',
          'reject',
          'consequence',
          'timeline',
          'refusal',
          'words',
          'files',
          'dispute',
          'services',
          'notices',
        ] as const),
      ]}
    >
      <Shell
        bell={<Bell initial={unread} settingsHref="/notifications/settings" shopId={viewer.current.shopId} />}
        caseCount={<CaseCount initial={counts.MERCHANT} />}
        disputes={{ href: '/shop-disputes', count: <OwnCount initial={openCount(disputes)} /> }}
        // what was fetched for one shop is not another's
        key={viewer.current.shopId}
        live={<LiveStatus />}
        now={new Date(now).getTime()}
        sandbox={isSandbox()}
        services={{ count: <ServiceCount initial={services} /> }}
        stuckRefunds={viewer.support || stuck.length > 0 ? stuck.length : null}
        viewer={viewer}
      >
        {children}
      </Shell>
    </ClientMessages>
  )
}

import type { ReactNode } from 'react'
import { LiveStatus } from '@/components/after-sales/live-status'
import { ConsoleCount } from '@/components/disputes/console/console-count'
import { openCount } from '@/components/disputes/console/open-count'
import { ClientMessages } from '@/components/layout/client-messages'
import { Shell } from '@/components/layout/shell'
import { Bell } from '@/components/notifications/bell'
import { countQueue } from '@/lib/after-sales/queries'
import { COUNT_LIMIT } from '@/lib/after-sales/views'
import { currentScope, refundScope, requireViewer } from '@/lib/auth/gate'
import { countDisputes } from '@/lib/disputes/queries'
import { ownersOf } from '@/lib/notifications/owners'
import { countUnread } from '@/lib/notifications/queries'
import { listStuckRefunds } from '@/lib/refunds/queries'
import { isSandbox, readClock } from '@/lib/sandbox/clock'

export default async function SupportLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer()
  const scope = refundScope(viewer)
  const [{ now }, counts, stuck, disputes, unread] = await Promise.all([
    readClock(),
    countQueue(currentScope(viewer)),
    scope ? listStuckRefunds(scope) : [],
    viewer.support ? countDisputes({ kind: 'PLATFORM' }) : null,
    countUnread(ownersOf(viewer)),
  ])
  return (
    <ClientMessages
      of={[
        ...(['common', 'errors', 'shell', 'sandbox', 'refunds'] as const),
        ...(['console', 'queue', 'case', 'consequence', 'timeline', 'refusal', 'words', 'files', 'notices'] as const),
      ]}
    >
      <Shell
        bell={
          <Bell
            initial={unread}
            settingsHref={viewer.current ? '/notifications/settings' : '/support/notifications'}
            shopId={viewer.current?.shopId ?? null}
          />
        }
        caseCount={counts.MERCHANT >= COUNT_LIMIT ? `${COUNT_LIMIT - 1}+` : counts.MERCHANT || null}
        disputes={disputes && { href: '/disputes', count: <ConsoleCount initial={openCount(disputes)} /> }}
        live={viewer.support && <LiveStatus />}
        now={new Date(now).getTime()}
        sandbox={isSandbox()}
        stuckRefunds={scope ? stuck.length : null}
        viewer={viewer}
      >
        {children}
      </Shell>
    </ClientMessages>
  )
}

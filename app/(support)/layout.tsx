import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/layout/client-messages'
import { Shell } from '@/components/layout/shell'
import { countQueue } from '@/lib/after-sales/queries'
import { COUNT_LIMIT } from '@/lib/after-sales/views'
import { currentScope, refundScope, requireViewer } from '@/lib/auth/gate'
import { listStuckRefunds } from '@/lib/refunds/queries'
import { isSandbox, readClock } from '@/lib/sandbox/clock'

export default async function SupportLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer()
  const scope = refundScope(viewer)
  const [{ now }, counts, stuck] = await Promise.all([
    readClock(),
    countQueue(currentScope(viewer)),
    scope ? listStuckRefunds(scope) : [],
  ])
  return (
    <ClientMessages of={['common', 'errors', 'shell', 'sandbox', 'refunds']}>
      <Shell
        caseCount={counts.MERCHANT >= COUNT_LIMIT ? `${COUNT_LIMIT - 1}+` : counts.MERCHANT || null}
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

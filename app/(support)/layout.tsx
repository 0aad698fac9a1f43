import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/layout/client-messages'
import { DeskShell } from '@/components/layout/desk-shell'
import { requireViewer } from '@/lib/auth/gate'
import { loadShell } from '@/lib/shell/load-shell'

/** The console and the stuck refunds, which a shop's managers have too. */
export default async function SupportLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer()
  const shell = await loadShell(viewer, viewer.support ? 'ALL' : 'OWN')
  return (
    <ClientMessages
      of={[
        ...(['common', 'errors', 'shell', 'sandbox', 'notices', 'refunds'] as const),
        ...(['console', 'queue', 'case', 'consequence', 'timeline', 'refusal', 'words', 'files'] as const),
      ]}
    >
      <DeskShell shell={shell} viewer={viewer}>
        {children}
      </DeskShell>
    </ClientMessages>
  )
}

import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/layout/client-messages'
import { DeskShell } from '@/components/layout/desk-shell'
import { requireMember } from '@/lib/auth/gate'
import { loadShell } from '@/lib/shell/load-shell'

export default async function MerchantLayout({ children }: { children: ReactNode }) {
  const viewer = await requireMember()
  const shell = await loadShell(viewer, 'OWN')
  // at the desk an entry for none would only take room
  const stuckRefunds = viewer.support ? shell.stuckRefunds : shell.stuckRefunds || null
  return (
    <ClientMessages
      of={[
        ...(['common', 'errors', 'shell', 'sandbox', 'notices'] as const),
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
          'marks',
          'bulk',
        ] as const),
      ]}
    >
      <DeskShell shell={{ ...shell, stuckRefunds }} viewer={viewer}>
        {children}
      </DeskShell>
    </ClientMessages>
  )
}

import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/layout/client-messages'
import { DeskShell } from '@/components/layout/desk-shell'
import { requireViewer } from '@/lib/auth/gate'
import { loadShell } from '@/lib/shell/load-shell'

/** What is somebody's own, in the room that he works in: a shop's, or the platform's support. */
export default async function OwnLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer()
  const shell = await loadShell(viewer, viewer.current ? 'OWN' : 'ALL')
  // as at the desk: an entry for none would only take room
  const stuckRefunds = viewer.support ? shell.stuckRefunds : shell.stuckRefunds || null
  return (
    <ClientMessages
      of={[
        ...(['common', 'errors', 'shell', 'sandbox', 'notices', 'console'] as const),
        ...(['queue', 'case', 'consequence', 'timeline', 'refusal', 'words', 'files', 'services', 'marks'] as const),
      ]}
    >
      <DeskShell shell={{ ...shell, stuckRefunds }} viewer={viewer}>
        {children}
      </DeskShell>
    </ClientMessages>
  )
}

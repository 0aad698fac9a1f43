import type { ReactNode } from 'react'
import { LiveStatus } from '@/components/after-sales/live-status'
import { CaseCount } from '@/components/after-sales/queue/case-count'
import { OpenCount } from '@/components/disputes/list/open-count'
import { ALL, OWN } from '@/components/disputes/list/source'
import { Bell } from '@/components/notifications/bell'
import { SavedEntries } from '@/components/saved-filters/saved-entries'
import { ServiceCount } from '@/components/services/service-count'
import type { Viewer } from '@/lib/auth/views'
import type { ShellView } from '@/lib/shell/views'
import { Shell } from './shell'

const SOURCES = { ALL, OWN }

/** The frame with all that it tells this viewer, of this shop. */
export function DeskShell({ viewer, shell, children }: { viewer: Viewer; shell: ShellView; children: ReactNode }) {
  const { now, sandbox, waiting, saved, services, disputes, stuckRefunds, unread } = shell
  const shopId = viewer.current?.shopId ?? null
  const source = disputes && SOURCES[disputes.of]
  return (
    <Shell
      bell={
        <Bell
          initial={unread}
          settingsHref={viewer.current ? '/notifications/settings' : '/support/notifications'}
          shopId={shopId}
        />
      }
      caseCount={<CaseCount initial={waiting} />}
      disputes={source && { href: source.path, count: <OpenCount initial={disputes.counts} of={source} /> }}
      // what was fetched for one shop is not another's
      key={shopId}
      live={<LiveStatus />}
      now={now}
      sandbox={sandbox}
      savedFilters={saved && <SavedEntries initial={saved} />}
      services={services && { count: <ServiceCount initial={services} /> }}
      stuckRefunds={stuckRefunds}
      viewer={viewer}
    >
      {children}
    </Shell>
  )
}

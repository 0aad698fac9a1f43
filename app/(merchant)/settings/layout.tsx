import type { ReactNode } from 'react'
import { OfflineStrip } from '@/components/list/offline-strip'
import { SettingsTabs } from '@/components/settings/settings-tabs'
import { requireManager } from '@/lib/auth/gate'

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  await requireManager()
  return (
    <>
      <SettingsTabs />
      <OfflineStrip />
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-5 md:px-6">{children}</div>
    </>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { useLive } from '@/components/after-sales/live'
import { Strip } from '@/components/ui/strip'
import { useNow } from '@/components/ui/ticker'

/** Short breaks are nobody's business: they mend themselves. */
const SILENT_MS = 3000

/** Says for how long nothing has been heard from the server, and offers to look at once. */
export function OfflineStrip() {
  const t = useTranslations('queue.live')
  const live = useLive()
  // ticks along with the clocks
  useNow()
  if (live === null || live.connected) return null
  const lostMs = performance.now() - live.since
  if (lostMs < SILENT_MS) return null
  return (
    <Strip
      end={
        <button className="text-accent-ink hover:underline" onClick={() => location.reload()} type="button">
          {t('reconnect')}
        </button>
      }
      role="status"
    >
      {t('lost', { seconds: Math.floor(lostMs / 1000) })}
    </Strip>
  )
}

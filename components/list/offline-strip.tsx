'use client'

import { useTranslations } from 'next-intl'
import { useLive } from '@/components/after-sales/live'
import { reconnect } from '@/components/after-sales/signals'
import { Strip } from '@/components/ui/strip'
import { useNow } from '@/components/ui/ticker'

/** Says that nothing is heard from the server, and since when; it offers to try at once. */
export function OfflineStrip() {
  const t = useTranslations('queue.live')
  const live = useLive()
  if (live === null || live.connected || !live.unreachable) return null
  return (
    <Strip
      end={
        <button className="text-accent-ink hover:underline max-md:h-10" onClick={reconnect} type="button">
          {t('reconnect')}
        </button>
      }
    >
      <span className="sr-only" role="status">
        {t('lostNow')}
      </span>
      <span aria-hidden="true">
        <Lost since={live.since} />
      </span>
    </Strip>
  )
}

/** Ticks along with the clocks. */
function Lost({ since }: { since: number }) {
  const t = useTranslations('queue.live')
  useNow()
  return t('lost', { seconds: Math.floor((performance.now() - since) / 1000) })
}

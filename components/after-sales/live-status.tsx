'use client'

import { useTranslations } from 'next-intl'
import { useLive } from './live'
import { useNews } from './use-news'

/** The dot in the top bar, and behind it the connection: what changed elsewhere is asked for anew. */
export function LiveStatus() {
  const t = useTranslations('queue.live')
  const live = useLive()
  useNews()
  if (live === null) return null
  return (
    <span className="mr-2 flex items-center gap-1.5 text-xs text-ink-3" role="status">
      <span aria-hidden="true" className={`size-1.5 rounded-full ${live.connected ? 'bg-ok' : 'bg-warn'}`} />
      <span className="max-md:sr-only">{t(live.connected ? 'on' : 'off')}</span>
    </span>
  )
}

'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useParams, useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { setLive, useLive } from './live'
import { DESK_KEY } from './queue/fetch'

/** What a burst of news is gathered for, in ms. */
const GATHER_MS = 250
/** Our own acts say so on the window, so that the list need not wait for the server's news. */
export const CHANGED_EVENT = 'afterdesk:changed'

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

function useNews(): void {
  const client = useQueryClient()
  const router = useRouter()
  const { no } = useParams<{ no?: string }>()
  const open = useRef(no)
  open.current = no

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let concerned = false
    const gather = (concernsOpenCase: boolean) => {
      concerned ||= concernsOpenCase
      timer ??= setTimeout(() => {
        timer = undefined
        void client.invalidateQueries({ queryKey: DESK_KEY })
        if (concerned) router.refresh()
        concerned = false
      }, GATHER_MS)
    }
    const source = new EventSource('/api/events')
    let lost = false
    source.onopen = () => {
      setLive({ connected: true })
      // what happened meanwhile nobody told us
      if (lost) gather(true)
      lost = false
    }
    source.onerror = () => {
      if (!lost) setLive({ connected: false, since: performance.now() })
      lost = true
    }
    source.onmessage = ({ data }) => {
      const news: { no?: string } = JSON.parse(data)
      gather(news.no === undefined || news.no === open.current)
    }
    const own = () => gather(false)
    addEventListener(CHANGED_EVENT, own)
    return () => {
      clearTimeout(timer)
      removeEventListener(CHANGED_EVENT, own)
      source.close()
    }
  }, [client, router])
}

'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useParams, useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { DESK_KEY } from '@/components/list/fetch'
import { NOTICES_KEY } from '@/components/notifications/fetch'
import { setConnected } from './live'
import { onSignal } from './signals'

/** What a burst of news is gathered for, in ms. */
const GATHER_MS = 250
/** How long after the server turned the connection down it is asked again, in ms. */
const AGAIN_MS = 3000

/** A case that changed, notices that were read elsewhere, or without either anything. */
type News = { no?: string; notices?: true }

/** Hears from the server what changed, and asks for it: the desk's lists always, the page when it concerns the open case. */
export function useNews(): void {
  const client = useQueryClient()
  const router = useRouter()
  const { no } = useParams<{ no?: string }>()
  const open = useRef(no)
  open.current = no

  useEffect(() => {
    const gather = createGatherer((concerned) => {
      void client.invalidateQueries({ queryKey: DESK_KEY })
      if (concerned) router.refresh()
    })
    const tell = (news: News) => {
      if (news.notices) void client.invalidateQueries({ queryKey: NOTICES_KEY })
      else gather.add(news.no === undefined || news.no === open.current)
    }
    const stop = keepConnected(tell, () => gather.add(true))
    const unsubscribe = onSignal('change', () => gather.add(false))
    return () => {
      unsubscribe()
      gather.stop()
      stop()
    }
  }, [client, router])
}

/** Calls `then` once for all that is added within a moment; with true if any of it was. */
function createGatherer(then: (any: boolean) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let any = false
  return {
    add: (one: boolean) => {
      any ||= one
      timer ??= setTimeout(() => {
        timer = undefined
        then(any)
        any = false
      }, GATHER_MS)
    },
    stop: () => clearTimeout(timer),
  }
}

/**
 * A stream of news while the page is looked at: browsers allow few connections to one server, and a forgotten tab would
 * keep one. `onGap`: something may have been missed. Returns how to stop.
 */
function keepConnected(tell: (news: News) => void, onGap: () => void): () => void {
  let source: EventSource | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  let gap = false
  const close = () => {
    clearTimeout(again)
    source?.close()
    gap = true
  }
  const connect = () => {
    const first = source === undefined
    if (!first) close()
    const own = new EventSource('/api/events')
    source = own
    own.onopen = () => {
      setConnected(true)
      if (gap) onGap()
      gap = false
    }
    own.onerror = () => {
      gap = true
      setConnected(false)
      // the browser tries again by itself, unless the server said no
      if (own.readyState === EventSource.CLOSED) again = setTimeout(connect, AGAIN_MS)
    }
    own.onmessage = ({ data }) => tell(JSON.parse(data))
  }
  const look = () => (document.visibilityState === 'visible' ? connect() : close())
  const lose = () => {
    close()
    setConnected(false)
  }
  connect()
  document.addEventListener('visibilitychange', look)
  addEventListener('offline', lose)
  addEventListener('online', connect)
  const unsubscribe = onSignal('reconnect', connect)
  return () => {
    document.removeEventListener('visibilitychange', look)
    removeEventListener('offline', lose)
    removeEventListener('online', connect)
    unsubscribe()
    close()
  }
}

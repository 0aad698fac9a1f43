'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useParams, useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { DESK_KEY } from '@/components/list/fetch'
import { NOTICES_KEY } from '@/components/notifications/fetch'
import { PRESENCE_KEY } from '@/components/presence/fetch'
import { setConnected } from './live'
import { onSignal } from './signals'

/** What a burst of news is gathered for, in ms. */
const GATHER_MS = 250
/** How long, in ms, a page that is busy with itself may put off asking what it missed. */
const PATIENCE_MS = 1000
/** How long after the server turned the connection down it is asked again, in ms. */
const AGAIN_MS = 3000
/** So long, in ms, a change may have come after the server read a case and before it was on the screen. */
const OPENING_MS = 3000

/** A case that changed, notices that were read elsewhere, colleagues who came or left; without any of it, anything. */
type News = { no?: string; notices?: true; presence?: true }

/**
 * Hears from the server what changed, and asks for it: the desk's lists always, the page when it concerns the case that is
 * open, or was just being opened.
 */
export function useNews(): void {
  const client = useQueryClient()
  const router = useRouter()
  const { no } = useParams<{ no?: string }>()
  const open = useRef(no)
  open.current = no
  const recent = useRef(new Set<string>())

  useEffect(() => {
    const gather = createGatherer((concerned) => {
      void client.invalidateQueries({ queryKey: DESK_KEY })
      if (concerned) router.refresh()
    })
    const colleagues = createGatherer(() => void client.invalidateQueries({ queryKey: PRESENCE_KEY }))
    const lookAnew = () => {
      if (!navigator.onLine) return
      gather.add(true)
      colleagues.add(true)
    }
    const tell = (news: News) => {
      if (news.notices) void client.invalidateQueries({ queryKey: NOTICES_KEY })
      else if (news.presence) colleagues.add(true)
      else if (news.no !== undefined) {
        gather.add(news.no === open.current)
        remember(recent.current, news.no)
      } else lookAnew()
    }
    // a page that is asked for while nobody answers is lost with its answer; what ended may also be the stream alone
    const lose = () => {
      const concerned = gather.drop()
      if (concerned !== null && navigator.onLine) void whenAnswered(() => gather.add(concerned))
    }
    const stop = keepConnected(tell, () => whenIdle(lookAnew), lose)
    const unsubscribe = onSignal('change', () => gather.add(false))
    return () => {
      unsubscribe()
      gather.drop()
      colleagues.drop()
      stop()
    }
  }, [client, router])

  useEffect(() => {
    if (no !== undefined && recent.current.has(no)) router.refresh()
  }, [no, router])
}

function remember(recent: Set<string>, no: string): void {
  recent.add(no)
  setTimeout(() => recent.delete(no), OPENING_MS)
}

/** After a page has begun to listen: answers that came earlier would not fit what the server wrote. */
function whenIdle(then: () => void): void {
  // not every browser has it
  if ('requestIdleCallback' in globalThis) requestIdleCallback(then, { timeout: PATIENCE_MS })
  else setTimeout(then, GATHER_MS)
}

/** Once the server has said that it is there, and not at all if it does not. */
async function whenAnswered(then: () => void): Promise<void> {
  const answer = await fetch('/api/health', { cache: 'no-store' }).catch(() => null)
  if (answer?.ok) then()
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
    /** Returns what `then` would have been called with; null when nothing was to come. */
    drop: (): boolean | null => {
      const dropped = timer === undefined ? null : any
      clearTimeout(timer)
      timer = undefined
      any = false
      return dropped
    },
  }
}

/**
 * A stream of news while the page is looked at: browsers allow few connections to one server, and a forgotten tab would
 * keep one. `onGap`: something may have been missed, also between what the server wrote first and the first connection.
 * `onLost`: it is over, and perhaps nobody answers any more.
 * Returns how to stop.
 */
function keepConnected(tell: (news: News) => void, onGap: () => void, onLost: () => void): () => void {
  let source: EventSource | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  let gap = true
  const close = () => {
    clearTimeout(again)
    source?.close()
    gap = true
  }
  const connect = () => {
    close()
    if (document.visibilityState !== 'visible') return
    const own = new EventSource('/api/events')
    source = own
    own.onopen = () => {
      setConnected(true)
      if (gap) onGap()
      gap = false
    }
    own.onerror = () => {
      gap = true
      onLost()
      setConnected(false)
      // the browser tries again by itself, unless the server said no
      if (own.readyState === EventSource.CLOSED) again = setTimeout(connect, AGAIN_MS)
    }
    own.onmessage = ({ data }) => tell(JSON.parse(data))
  }
  const lose = () => {
    close()
    onLost()
    setConnected(false)
  }
  connect()
  document.addEventListener('visibilitychange', connect)
  addEventListener('offline', lose)
  addEventListener('online', connect)
  const unsubscribe = onSignal('reconnect', connect)
  return () => {
    document.removeEventListener('visibilitychange', connect)
    removeEventListener('offline', lose)
    removeEventListener('online', connect)
    unsubscribe()
    close()
  }
}

'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from 'next/navigation'
import { useEffect } from 'react'
import { markCaseNoticesRead } from '@/lib/notifications/actions'
import type { Unread } from '@/lib/notifications/views'
import { fetchUnread, NOTICES_KEY, unreadKey } from './fetch'

/** Without news from the server the bell looks for itself this often. */
const LONGEST_WAIT_MS = 60_000

/** How many notices are unread. Those of the case that lies open are read while the page is looked at. */
export function useUnread(initial: Unread): Unread {
  const client = useQueryClient()
  const { no } = useParams<{ no?: string }>()
  const { data } = useQuery({
    queryKey: unreadKey,
    queryFn: ({ signal }) => fetchUnread(signal),
    initialData: initial,
    staleTime: 2000,
    refetchInterval: LONGEST_WAIT_MS,
  })
  const { count, newest } = data
  const any = count > 0

  useEffect(() => {
    if (no === undefined || !any) return
    let read = 0
    const record = () => {
      if (document.visibilityState !== 'visible' || read === newest) return
      read = newest
      // what fails is tried again with the next opening
      markCaseNoticesRead({ no }).then(
        () => client.invalidateQueries({ queryKey: NOTICES_KEY }),
        () => undefined,
      )
    }
    record()
    document.addEventListener('visibilitychange', record)
    return () => document.removeEventListener('visibilitychange', record)
  }, [client, no, any, newest])
  return data
}

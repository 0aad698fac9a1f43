import { DESK_KEY, SignedOutError } from '@/components/after-sales/queue/fetch'
import type { NoticePage, Unread } from '@/lib/notifications/views'

/** Below the desk's: a case that changes may have told something. */
export const NOTICES_KEY = [...DESK_KEY, 'notices'] as const
export const unreadKey = [...NOTICES_KEY, 'unread'] as const
export const listKey = [...NOTICES_KEY, 'list'] as const

export function fetchUnread(signal: AbortSignal): Promise<Unread> {
  return fetchJson('/api/desk/notices/unread', signal)
}

export function fetchNotices(cursor: number | null, signal: AbortSignal): Promise<NoticePage> {
  return fetchJson(`/api/desk/notices${cursor === null ? '' : `?cursor=${cursor}`}`, signal)
}

async function fetchJson<T>(url: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(url, { signal })
  if (response.status === 401) throw new SignedOutError()
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return response.json()
}

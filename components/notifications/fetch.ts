import { DESK_KEY, fetchJson } from '@/components/list/fetch'
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

import { fetchJson } from '@/components/list/fetch'
import type { Presence } from '@/lib/presence/views'

export const PRESENCE_KEY = ['presence'] as const

export function fetchPresence(signal: AbortSignal): Promise<Presence> {
  return fetchJson('/api/desk/presence', signal)
}

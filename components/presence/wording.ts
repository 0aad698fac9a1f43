import type { Watcher } from '@/lib/presence/views'

/** What the messages need to name them: two by name, all by how many. */
export function namesOf(watchers: readonly Watcher[]): { count: number; first: string; second: string } {
  const [first, second] = watchers
  return { count: watchers.length, first: first?.name ?? '', second: second?.name ?? '' }
}

/** How often what happened, by name. */
export type Tally = {
  count(name: string, by?: number): void
  of(name: string): number
  /** Most often first. */
  entries(): [name: string, count: number][]
}

export function createTally(): Tally {
  const counts = new Map<string, number>()
  return {
    count: (name, by = 1) => void counts.set(name, (counts.get(name) ?? 0) + by),
    of: (name) => counts.get(name) ?? 0,
    entries: () => [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)),
  }
}

/** So long nobody is brought back to what he has left undecided. */
const WHILE_MS = 15 * 60_000
/** As many as the server takes. */
const MOST = 100

const left = new Map<string, number>()

/** Somebody looked at this case and went on. */
export function passOver(no: string): void {
  left.delete(no)
  left.set(no, performance.now())
}

/** The cases that were looked at and left a while ago, the last ones. */
export function passedOver(): string[] {
  const since = performance.now() - WHILE_MS
  return [...left]
    .filter(([, at]) => at > since)
    .map(([no]) => no)
    .slice(-MOST)
}

/** How long a case may take to open before nobody waits for it any more. */
const PATIENCE_MS = 5000

let intent: { no: string; key: string; at: number } | null = null

/** A key was pressed on the list: it is to do on the case that it opens what it does there. */
export function markIntent(no: string, key: string): void {
  intent = { no, key, at: performance.now() }
}

/** The key that opened this case, told once; null when it was opened otherwise. */
export function takeIntent(no: string): string | null {
  if (intent?.no !== no) return null
  const { key, at } = intent
  intent = null
  return performance.now() - at < PATIENCE_MS ? key : null
}

'use client'

/** The one voice of this browser tab about the case that it shows. */
const ADDRESS = '/api/desk/presence'
const PATIENCE_MS = 10_000

let id: string | undefined
let shown: string | null = null
let saying = false
let again = false

/** From now on this case, or none. */
export function show(no: string | null): void {
  shown = no
  void say()
}

/** Says it (again). One sentence after the other, so that the last to arrive is what is so; what comes between is left out. */
async function say(): Promise<void> {
  again = true
  if (saying) return
  saying = true
  while (again) {
    // a case that takes another's place: only the new one is told
    await Promise.resolve()
    again = false
    // what fails is said anew in a while, and nothing else depends on it
    await fetch(ADDRESS, {
      method: 'POST',
      body: sentence(shown),
      keepalive: true,
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch(() => undefined)
  }
  saying = false
}

/** The page goes away: the last word, which nobody waits for. */
export function sayGoodbye(): void {
  if (shown !== null) navigator.sendBeacon(ADDRESS, sentence(null))
}

function sentence(no: string | null): string {
  id ??= Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return JSON.stringify({ tabId: id, no })
}

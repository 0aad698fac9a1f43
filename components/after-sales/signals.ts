'use client'

/** What parts of the desk that do not know each other tell one another on this page. */
const desk = new EventTarget()

/** We changed a case: the lists need not wait for the server's news of it. */
export function announceChange(): void {
  desk.dispatchEvent(new Event('change'))
}

/** We decided a case: whoever looks at a list sees it leave at once. */
export function announceDecision(no: string): void {
  desk.dispatchEvent(new CustomEvent('decision', { detail: no }))
  announceChange()
}

/** Tries at once what would else be tried in a while. */
export function reconnect(): void {
  desk.dispatchEvent(new Event('reconnect'))
}

/** Returns how to stop listening. */
export function onSignal(signal: 'change' | 'reconnect', listener: () => void): () => void {
  desk.addEventListener(signal, listener)
  return () => desk.removeEventListener(signal, listener)
}

/** Tells the number of each case that is decided on this page. Returns how to stop listening. */
export function onDecision(listener: (no: string) => void): () => void {
  const hear = (event: Event) => {
    if (event instanceof CustomEvent) listener(event.detail)
  }
  desk.addEventListener('decision', hear)
  return () => desk.removeEventListener('decision', hear)
}

'use client'

/** What parts of the desk that do not know each other tell one another on this page. */
const desk = new EventTarget()

/** We changed a case: the lists need not wait for the server's news of it. */
export function announceChange(): void {
  desk.dispatchEvent(new Event('change'))
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

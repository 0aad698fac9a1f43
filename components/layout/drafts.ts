'use client'

const texts = new Map<string, string>()
const listeners = new Set<() => void>()

/** What was left unfinished under this key in this browser tab; `''` when nothing was. */
export function readDraft(key: string): string {
  const known = texts.get(key)
  if (known !== undefined) return known
  let kept = ''
  try {
    kept = sessionStorage.getItem(nameOf(key)) ?? ''
  } catch {
    // storage may be switched off; then a draft lives as long as the page
  }
  texts.set(key, kept)
  return kept
}

/** Keeps it over reloads; `''` takes it back. */
export function writeDraft(key: string, text: string): void {
  texts.set(key, text)
  for (const listener of listeners) listener()
  try {
    if (text === '') sessionStorage.removeItem(nameOf(key))
    else sessionStorage.setItem(nameOf(key), text)
  } catch {
    // as above
  }
}

/** Returns how to stop listening. */
export function onDraft(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const nameOf = (key: string) => `afterdesk:${key}`

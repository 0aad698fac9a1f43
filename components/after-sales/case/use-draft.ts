'use client'

import { useSyncExternalStore } from 'react'

const texts = new Map<string, string>()
const listeners = new Set<() => void>()

/** A text that outlives its field: kept in this browser tab until it is taken back with `''`. Who shows it shows the same. */
export function useDraft(key: string): [string, (text: string) => void] {
  const name = `afterdesk:${key}`
  const text = useSyncExternalStore(
    subscribe,
    () => read(name),
    () => '',
  )
  return [text, (next) => write(name, next)]
}

/** The case is decided: what was written for the decision is no draft any more. */
export function forgetDecisionDrafts(no: string): void {
  for (const key of ['inspection', 'reject-reason', 'reject-text']) write(`afterdesk:${key}:${no}`, '')
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

// Storage may be switched off; then the text lives as long as the page.
function read(name: string): string {
  const known = texts.get(name)
  if (known !== undefined) return known
  let kept = ''
  try {
    kept = sessionStorage.getItem(name) ?? ''
  } catch {
    // as above
  }
  texts.set(name, kept)
  return kept
}

function write(name: string, text: string): void {
  texts.set(name, text)
  for (const listener of listeners) listener()
  try {
    if (text === '') sessionStorage.removeItem(name)
    else sessionStorage.setItem(name, text)
  } catch {
    // as above
  }
}

'use client'

import { useEffect, useState } from 'react'

/** A text that outlives its field: kept in this browser tab until it is taken back with `''`. */
export function useDraft(key: string): [string, (text: string) => void] {
  const [text, setText] = useState('')
  const name = `afterdesk:${key}`
  useEffect(() => setText(read(name)), [name])
  const keep = (next: string) => {
    setText(next)
    write(name, next)
  }
  return [text, keep]
}

/** The case is decided: what was written for the decision is no draft any more. */
export function forgetDecisionDrafts(no: string): void {
  for (const key of ['inspection', 'reject-reason', 'reject-text']) write(`afterdesk:${key}:${no}`, '')
}

// Storage may be switched off; then the text lives as long as its field.
function read(name: string): string {
  try {
    return sessionStorage.getItem(name) ?? ''
  } catch {
    return ''
  }
}

function write(name: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(name)
    else sessionStorage.setItem(name, text)
  } catch {
    // as above
  }
}

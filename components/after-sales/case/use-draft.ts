'use client'

import { useSyncExternalStore } from 'react'
import { forgetUploads } from '@/components/files/uploads'
import { onDraft, readDraft, writeDraft } from '@/components/layout/drafts'

/** A text that outlives its field: kept in this browser tab until it is taken back with `''`. Who shows it shows the same. */
export function useDraft(key: string): [string, (text: string) => void] {
  const text = useSyncExternalStore(
    onDraft,
    () => readDraft(key),
    () => '',
  )
  return [text, (next) => writeDraft(key, next)]
}

/** Where the text of a message is kept, and its files. */
export const messageKey = (no: string) => `message:${no}`
/** Where the note of an inspection is kept until the receipt is confirmed, and its files. */
export const inspectionKey = (no: string) => `inspection:${no}`

/** The case is decided: what was written for the decision is no draft any more. */
export function forgetDecisionDrafts(no: string): void {
  for (const key of [inspectionKey(no), `reject-reason:${no}`, `reject-text:${no}`]) writeDraft(key, '')
  forgetUploads(inspectionKey(no))
}

'use client'

import { useSyncExternalStore } from 'react'
import { forgetUploads } from '@/components/files/uploads'
import { onDraft, readDraft, writeDraft } from '@/components/layout/drafts'
import type { Command } from '@/lib/after-sales/domain/commands'
import type { RecordedStep } from '@/lib/after-sales/domain/service'

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

/** Where the statement of a request to the platform is kept, and its files. */
export const disputeKey = (no: string) => `dispute:${no}`
/** Where the text of the evidence is kept, and its files. */
export const evidenceKey = (no: string) => `evidence:${no}`

/** Where a proposal is kept, what and how. */
export const proposalKeys = (no: string) => ({ kind: `propose-kind:${no}`, note: `propose-note:${no}` })
/** Where a step of a service is kept: its note and its waybill. */
export const stepKeys = (no: string, step: RecordedStep) => ({
  note: `step-note:${no}:${step}`,
  carrier: `step-carrier:${no}:${step}`,
  trackingNo: `step-waybill:${no}:${step}`,
})

/** Where it is kept which of the case's own records are to go along. */
export const packKey = (no: string) => `evidence-pack:${no}`

/** What was written for a decision that is not made yet, the first of it; `''` when nothing was. */
export function useUnsentText(no: string): string {
  const keys = [`reject-text:${no}`, inspectionKey(no), proposalKeys(no).note, disputeKey(no)]
  return useSyncExternalStore(
    onDraft,
    () => keys.map((key) => readDraft(key).trim()).find((text) => text !== '') ?? '',
    () => '',
  )
}

/** It is decided or given: what was written for it is no draft any more. */
export function forgetDecisionDrafts(no: string, command: Command): void {
  const { type } = command
  const escalation = [disputeKey(no), `dispute-reason:${no}`]
  const evidence = [evidenceKey(no), packKey(no)]
  if (type === 'openDispute') forget(escalation)
  else if (type === 'proposeService' || type === 'answerProposal') forget(Object.values(proposalKeys(no)))
  else if (type === 'recordServiceStep') forget(Object.values(stepKeys(no, command.step)))
  // what was found on unpacking may be needed again
  else if (type === 'submitEvidence' || type === 'withdrawDispute') forget(evidence)
  else {
    const proposal = Object.values(proposalKeys(no))
    forget([inspectionKey(no), `reject-reason:${no}`, `reject-text:${no}`, ...proposal, ...escalation, ...evidence])
  }
}

/** Texts and files alike. */
function forget(keys: readonly string[]): void {
  for (const key of keys) {
    writeDraft(key, '')
    forgetUploads(key)
  }
}

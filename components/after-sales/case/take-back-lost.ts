import { loseUpload } from '@/components/files/uploads'
import type { Command } from '@/lib/after-sales/domain/commands'
import type { Problem } from './problem'
import { disputeKey, evidenceKey, inspectionKey, messageKey } from './use-draft'

/** A file that the server knows no more goes out of its draft, and the problem says which it was. */
export function takeBackLost(no: string, command: Command, problem: Problem | null): Problem | null {
  if (problem?.kind !== 'refused' || problem.refusal.code !== 'attachmentUnknown') return problem
  const index = Number(problem.refusal.path.split('.').at(-1))
  const id = 'attachmentIds' in command ? command.attachmentIds?.[index] : undefined
  for (const draft of draftsOf(no, command)) {
    const name = id === undefined ? null : loseUpload(draft, id)
    if (name !== null) return { kind: 'lost', name }
  }
  return problem
}

/** Where the files of a command come from. */
function draftsOf(no: string, { type }: Command): string[] {
  switch (type) {
    case 'sendMessage':
      return [messageKey(no)]
    case 'confirmReceipt':
      return [inspectionKey(no)]
    case 'openDispute':
      return [disputeKey(no)]
    case 'submitEvidence':
      return [evidenceKey(no), inspectionKey(no)]
    default:
      return []
  }
}

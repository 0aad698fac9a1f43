import { loseUpload } from '@/components/files/uploads'
import type { Command } from '@/lib/after-sales/domain/commands'
import type { Problem } from './problem'
import { inspectionKey, messageKey } from './use-draft'

/** A file that the server knows no more goes out of its draft, and the problem says which it was. */
export function takeBackLost(no: string, command: Command, problem: Problem | null): Problem | null {
  if (problem?.kind !== 'refused' || problem.refusal.code !== 'attachmentUnknown') return problem
  if (command.type !== 'sendMessage' && command.type !== 'confirmReceipt') return problem
  const index = Number(problem.refusal.path.split('.').at(-1))
  const id = command.attachmentIds?.[index]
  const draft = command.type === 'sendMessage' ? messageKey(no) : inspectionKey(no)
  const name = id === undefined ? null : loseUpload(draft, id)
  return name === null ? problem : { kind: 'lost', name }
}

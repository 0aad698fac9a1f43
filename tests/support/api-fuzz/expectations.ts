import { expect } from 'vitest'
import { problemOf, type Reply } from '@/tests/support/api'
import { summarize, takeChanges } from './changes'
import { type Sent, send } from './send'

/** What is expected of one request, said so that a failure tells which request it was. */

/** Sends it, and throws when anything but success left a trace in the database. */
export async function sendWatched(sent: Sent): Promise<Reply> {
  await takeChanges()
  const reply = await send(sent)
  if (JSON.stringify(reply.body)?.includes('"code":"custom"')) throw new Error(`a fault without a code: ${tell(reply)}`)
  if (reply.status < 400) return reply
  const changed = summarize(await takeChanges())
  if (Object.keys(changed).length > 0)
    throw new Error(`answered with ${tell(reply)}, it changed ${JSON.stringify(changed)}`)
  return reply
}

/** A refusal with this status, code and, for faults, just these paths. */
export async function expectRefused(
  sent: Sent,
  expected: { status: number; code: string; paths?: readonly string[] },
): Promise<void> {
  const reply = await sendWatched(sent)
  const { paths, ...rest } = problemOf(reply)
  expect(paths ? { ...rest, paths: [...paths].sort() } : rest).toEqual(
    expected.paths ? { ...expected, paths: [...expected.paths].sort() } : expected,
  )
}

/** Does the same to each of many, and tells of all that failed, by what was done. */
export async function forEach<T extends { done: string }>(
  items: Iterable<T>,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const failures: string[] = []
  for (const item of items) {
    try {
      await work(item)
    } catch (error) {
      failures.push(`• ${item.done}\n${error instanceof Error ? error.message : String(error)}`)
    }
  }
  if (failures.length > 0)
    throw new Error(`${failures.length} failed:\n${failures.slice(0, SHOWN).join('\n').slice(0, 20_000)}`)
}

const SHOWN = 20

export function named<T extends string>(names: readonly T[]): { done: T }[] {
  return names.map((done) => ({ done }))
}

export function tell({ status, body }: Reply): string {
  return `${status} ${JSON.stringify(body)?.slice(0, 1000)}`
}

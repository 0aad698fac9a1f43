import type pg from 'pg'
import type { GatewayBook } from '../gateway'
import type { LoadBook } from '../load/book'
import type { ReceiverBook } from '../receiver'
import { checkAnswers } from './answers'
import { checkClocks } from './clocks'
import type { Finding } from './finding'
import { checkLogs } from './logs'
import { checkMoney } from './money'
import { readSnapshot, type Snapshot } from './snapshot'
import { checkWebhooks } from './webhooks'

/** What those outside the product wrote down themselves. */
export type Books = { load: LoadBook; gateway: GatewayBook; receivers: readonly ReceiverBook[] }

/**
 * Judges a run by the tables and the books of those outside, and by nothing that the product says of itself: no store and
 * no query of it is asked. Of its code only the pure domain is used, to fold events (`evolve`).
 */
export async function check(client: pg.Client, books: Books): Promise<{ snapshot: Snapshot; findings: Finding[] }> {
  const snapshot = await readSnapshot(client)
  const findings = [
    ...checkAnswers(snapshot, books.load),
    ...checkLogs(snapshot),
    ...checkClocks(snapshot),
    ...checkMoney(snapshot, books.gateway),
    ...checkWebhooks(snapshot, books.receivers),
    ...snapshot.lostJobs.map(
      ({ task, error }) => ({ kind: 'jobLost', subject: task, text: error ?? 'was given up' }) satisfies Finding,
    ),
  ]
  return { snapshot, findings }
}

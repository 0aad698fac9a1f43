import { runCommand } from '@/lib/after-sales/handle-command'
import { sweepDue } from '@/lib/after-sales/sweep'
import type { Scope } from '@/lib/auth/scope'
import { closePool } from '@/lib/db/pool'
import { closeAccess, database } from '@/tests/support/access'
import { turnTo } from '../stock'
import type { Ending } from './due-cases'
import { decideByPlainSql } from './plain-sql'
import { prepareBoss, prepareGraphile } from './rivals'

/** A worker process that is told what to do, on which database, and when to begin; it says how many it did. */

export type Engine = 'sweep' | 'plain SQL' | 'one by one' | 'graphile-worker' | 'pg-boss'
/** `index`: which of so many hands. */
export type Order = { engine: Engine; url: string; ending: Ending; index: number; of: number }
export type Done = { done: number; cpuMs: number }
/** `end`: what need not be measured. */
type Work = { go: () => Promise<number>; end?: () => Promise<void> }

const EVERYWHERE: Scope = { kind: 'PLATFORM' }

async function prepare(order: Order): Promise<Work> {
  await turnTo(order.url)
  await database.query('SELECT 1')
  switch (order.engine) {
    case 'sweep':
      return { go: sweepDue }
    case 'plain SQL':
      return { go: () => decideByPlainSql(order.ending) }
    case 'one by one':
      return prepareOneByOne(order)
    case 'graphile-worker':
      return prepareGraphile(order.url)
    case 'pg-boss':
      return prepareBoss(order.url)
  }
}

/** Everybody's way: a command that comes too late settles the case first (R0.7), and is refused. */
async function prepareOneByOne({ index, of }: Order): Promise<Work> {
  const { rows } = await database.query<{ no: string }>(
    'SELECT "no" FROM "AfterSale" WHERE "dueAt" < app_now() ORDER BY 1',
  )
  const nos = rows.map(({ no }) => no).filter((_, place) => place % of === index)
  const actor = { role: 'AGENT', id: 'agent-1' } as const
  const go = async () => {
    for (const no of nos) await runCommand({ scope: EVERYWHERE, actor, no, command: { type: 'approve' } })
    return nos.length
  }
  return { go }
}

let work: Work | undefined
process.on('message', async (said: Order | 'go' | 'end') => {
  if (said === 'go') {
    const before = process.cpuUsage()
    const done = (await work?.go()) ?? 0
    const { user, system } = process.cpuUsage(before)
    process.send?.({ done, cpuMs: (user + system) / 1000 } satisfies Done)
  } else if (said === 'end') {
    await work?.end?.()
    await Promise.all([closePool(), closeAccess()])
    process.send?.('ended')
  } else {
    work = await prepare(said)
    process.send?.('ready')
  }
})
process.on('disconnect', () => process.exit())

import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { runCommand } from '@/lib/after-sales/handle-command'
import { env } from '@/lib/env'
import { database } from '@/tests/support/access'
import { AGENT, shopScope } from '@/tests/support/cases'
import { withDatabase } from './database'
import { findingsOf, formatDecisions, type Round, summarizeDecisions } from './decision-report'
import { type Approval, makeApprovals } from './decision-stock'

/**
 * What one decision costs: a merchant's approval of a refund, `handleCommand` in its transaction, beside the same statements
 * with the same values, prepared alike, by raw `pg`: `npx tsx bench/decision.ts [--rounds 7] [--cases 300] [--json file]`. Every approval is of
 * another case. Both go in turns, and which goes first changes with every round.
 */

const AT_ONCE = [1, 16]

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    cases: { type: 'string', default: '300' },
    json: { type: 'string' },
  },
})
const rounds = Number(values.rounds)
const cases = Number(values.cases)

process.env.AFTERDESK_POOL_MAX = String(Math.max(...AT_ONCE))
await withDatabase(async () => {
  const clients = await openClients(Math.max(...AT_ONCE))
  const met: Round[] = []
  let statements = 0
  // the first round warms up and is not counted
  for (let round = 0; round <= rounds; round++) {
    for (const atOnce of AT_ONCE) {
      const approvals = await makeApprovals(2 * cases)
      statements = approvals[0]?.statements.length ?? 0
      const [ours, raw] = [approvals.slice(0, cases), approvals.slice(cases)]
      const turns = [
        async () => ({ ours: await timeEach(ours, atOnce, approve) }),
        async () => ({ raw: await timeEach(raw, atOnce, (one, slot) => replay(clients[slot], one)) }),
      ]
      if (round % 2 === 1) turns.reverse()
      const times = { ours: [] as number[], raw: [] as number[] }
      for (const turn of turns) {
        await openSessions(Math.max(...AT_ONCE))
        Object.assign(times, await turn())
      }
      if (round > 0) met.push({ atOnce, ...times })
    }
    console.log(round === 0 ? 'warmed up' : `round ${round} of ${rounds}`)
  }
  await Promise.all(clients.map((client) => client.end()))
  const summary = { statements, cases, rounds, rows: summarizeDecisions(met) }
  console.log(`\n${formatDecisions(summary)}`)
  if (values.json) await writeFile(values.json, JSON.stringify({ findings: findingsOf(summary), ...summary }, null, 2))
})

async function openClients(count: number): Promise<pg.Client[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const client = new pg.Client({ connectionString: env().DATABASE_URL, options: '-c timezone=UTC' })
      await client.connect()
      return client
    }),
  )
}

/** As many as there will be, so that none has to be opened while it is measured; and no job is left of what was before. */
async function openSessions(count: number): Promise<void> {
  await Promise.all(Array.from({ length: count }, () => database.query('SELECT pg_sleep(0.05)')))
  await database.query('TRUNCATE graphile_worker._private_jobs')
}

async function approve({ shopId, no }: Approval): Promise<void> {
  const handled = await runCommand({ scope: shopScope(shopId), actor: AGENT, no, command: { type: 'approve' } })
  if (!handled.ok) throw new Error(`case ${no} was not approved: ${JSON.stringify(handled)}`)
}

async function replay(client: pg.Client | undefined, { statements }: Approval): Promise<void> {
  if (!client) throw new Error('there are too few connections')
  for (const { sql, params, name } of statements)
    await client.query({ text: sql, values: params, ...(name !== null && { name }) })
}

/** How long each took, in ms, so many at once. */
async function timeEach(
  approvals: readonly Approval[],
  atOnce: number,
  run: (approval: Approval, slot: number) => Promise<void>,
): Promise<number[]> {
  const waiting = [...approvals]
  const times: number[] = []
  const work = async (slot: number) => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const begun = performance.now()
      await run(next, slot)
      times.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, (_, slot) => work(slot)))
  return times
}

import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startPostgres } from '@/lib/db/embedded'
import { migrate } from '@/lib/db/migrate'
import { closePool } from '@/lib/db/pool'
import { database } from '@/tests/support/access'
import { formatReport, type Result, summarize } from './api-report'
import { median } from './database'
import { type Load, load, type Request } from './load'
import { buildBoth, type Server, startBare, startProduct } from './servers'
import { type Keys, reopenCases, stock, turnTo } from './stock'

/**
 * Requests per second of the API, as ratios to a bare route handler of Next.js behind the same server, with few cases
 * in the database and with many: `npx tsx bench/api.ts [few] [many] [--rounds 3] [--json file]`. Everything runs at once
 * and is measured in turns, so that what else the machine does hits all alike; a ratio is the median of the rounds.
 */

type Place = { count: number; url: string; keys: Keys; server: Server }

const SECONDS = 6
/** Approvals in a turn, in batches of cases that are made approvable before. */
const BATCHES = 4
const BATCH = 300
const LIST = '/api/v1/after-sales?status=PENDING_REVIEW&sort=dueAt'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' }, json: { type: 'string' } },
})
const [few = 1000, many = 1_000_000] = positionals.map(Number)
const rounds = Number(values.rounds)

buildBoth()
const folder = await mkdtemp(join(tmpdir(), 'afterdesk-bench-'))
const postgres = await startPostgres({ dataDir: join(folder, 'postgres') })
const servers: Server[] = []
try {
  const bare = await startBare()
  servers.push(bare)
  const places = [await openPlace(few), await openPlace(many)]
  const results = await measure(bare, places)
  const summary = summarize(results, few)
  console.log(`\nmedians of ${rounds} rounds\n\n${formatReport(summary)}`)
  if (values.json) await writeFile(values.json, JSON.stringify({ ...summary, results }, null, 2))
} finally {
  await Promise.all(servers.map((server) => server.stop()))
  await closePool()
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}

/** A database of so many cases, and the product on it. */
async function openPlace(count: number): Promise<Place> {
  const name = `cases_${count}`
  await turnTo(postgres.url)
  await database.query(`CREATE DATABASE ${name}`)
  const url = Object.assign(new URL(postgres.url), { pathname: `/${name}` }).href
  await migrate(url)
  await turnTo(url)
  const begun = performance.now()
  const keys = await stock(count)
  console.log(`${count} cases made in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  const server = await startProduct(url)
  servers.push(server)
  return { count, url, keys, server }
}

async function measure(bare: Server, places: readonly Place[]): Promise<Result[]> {
  const turns = [
    { name: 'bare', cases: null, run: () => load(bare.address, { duration: SECONDS }, () => get('/api', '')) },
    ...places.flatMap((place) => [
      { name: 'list, platform key', cases: place.count, run: () => loadList(place, place.keys.platform) },
      { name: 'list, key of a shop of 30 %', cases: place.count, run: () => loadList(place, place.keys.shop) },
      { name: 'approve', cases: place.count, run: () => loadApprovals(place, () => ({})) },
      { name: 'approve, Idempotency-Key', cases: place.count, run: () => loadApprovals(place, nameOnce) },
    ]),
  ]
  const results: Result[] = turns.map(({ name, cases }) => ({ name, cases, rounds: [] }))
  // the first round warms up and is not counted
  for (let round = 0; round <= rounds; round++) {
    for (const [index, turn] of turns.entries()) {
      const met = await turn.run()
      if (round > 0) results[index]?.rounds.push(met)
    }
    console.log(round === 0 ? 'warmed up' : `round ${round} of ${rounds}`)
  }
  return results
}

async function loadList({ server }: Place, key: string): Promise<Load> {
  const { path, headers } = get(LIST, key)
  const page: { data?: unknown[] } = await (await fetch(server.address + path, { headers })).json()
  if (page.data?.length !== 50) throw new Error('A list is measured by full pages: there are too few cases.')
  return load(server.address, { duration: SECONDS }, () => get(LIST, key))
}

/** Every approval is of another case. */
async function loadApprovals({ count, url, keys, server }: Place, more: () => Record<string, string>): Promise<Load> {
  const loads: Load[] = []
  const size = Math.min(BATCH, Math.floor(count * 0.3))
  await turnTo(url)
  for (let batch = 0; batch < BATCHES; batch++) {
    const nos = await reopenCases(size)
    const amount = nos.length
    loads.push(
      await load(server.address, { amount }, () => {
        const headers = { authorization: `Bearer ${keys.shop}`, 'content-type': 'application/json', ...more() }
        return { method: 'POST', path: `/api/v1/after-sales/${nos.pop()}/approve`, headers, body: '{}' }
      }),
    )
  }
  // the lists of the next round find them waiting again
  await reopenCases(size)
  return addUp(loads)
}

function addUp(loads: readonly Load[]): Load {
  const sum = (field: 'answers' | 'seconds') => loads.reduce((total, load) => total + load[field], 0)
  const [p50, p99] = [median(loads.map((load) => load.p50)), median(loads.map((load) => load.p99))]
  return { answers: sum('answers'), seconds: sum('seconds'), p50, p99 }
}

function get(path: string, key: string): Request {
  return { method: 'GET', path, headers: key ? { authorization: `Bearer ${key}` } : {} }
}

function nameOnce(): Record<string, string> {
  return { 'idempotency-key': randomUUID() }
}

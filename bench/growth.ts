import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { startPostgres } from '@/lib/db/embedded'
import { appAddress } from '@/lib/db/embedded/login'
import { median } from './database'
import { findingsOf, formatGrowth, type Sizes, summarize } from './growth-report'
import type { Reply, Request, Taken } from './growth-shop'

/**
 * What the desk and the sweep cost the database at few cases and at many:
 * `npx tsx bench/growth.ts [sizes] [--rounds 15] [--only pattern] [--json file] [--data folder]`.
 * Each size is a database of one server, and all are asked in turns, so that whatever else the machine does falls on
 * all alike: the ratio is of the server's own work, which waiting for a processor does not touch. At a thousand cases all are the measured shop's, above that 30 % are. Every statement behind the desk is
 * explained at the largest size: one that reads a table that grows from end to end is named, and the exit code is 1.
 * With `--data` the databases stay in that folder, and are used again.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '15' },
    only: { type: 'string', default: '' },
    json: { type: 'string' },
    data: { type: 'string' },
  },
})
const sizes = positionals.length > 0 ? positionals.map(Number) : [1000, 100_000, 1_000_000]
/** How often a database is asked before the next one's turn; the middle one counts. */
const ASKED = 5

const folder = values.data ?? (await mkdtemp(join(tmpdir(), 'afterdesk-growth-')))
const server = await startPostgres({ dataDir: join(folder, 'postgres'), durable: false })
const shops = await Promise.all(sizes.map(openShop))
try {
  for (const { cases, ask } of shops) {
    console.error(`filling ${cases.toLocaleString('en')} cases`)
    await ask({ fill: cases, tenths: cases <= 1000 ? 10 : 3 })
  }
  const measured: Sizes = []
  for (const { cases, ask } of shops) {
    const reply = await ask({ list: true })
    if (!('names' in reply)) throw new Error('There are no questions.')
    const names = reply.names.filter((name) => new RegExp(values.only).test(name))
    measured.push({ cases, open: reply.open, times: new Map(names.map((name) => [name, []])) })
  }
  for (const question of measured[0]?.times.keys() ?? []) {
    for (let round = 0; round < Number(values.rounds); round++) {
      for (const [at, { ask }] of shops.entries()) measured[at]?.times.get(question)?.push(await timeOf(ask, question))
    }
  }
  await report(measured)
  await explain()
} finally {
  for (const { child } of shops) child.kill()
  await server.stop()
  if (values.data === undefined) await rm(folder, { recursive: true, force: true })
}

type Shop = { cases: number; child: ChildProcess; ask: (request: Request) => Promise<Reply> }

async function openShop(cases: number): Promise<Shop> {
  const url = new URL(server.url)
  url.pathname = `growth_${cases}`
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [`growth_${cases}`])
  if (rowCount === 0) await admin.query(`CREATE DATABASE growth_${cases}`)
  await admin.end()
  const child = fork(join(import.meta.dirname, 'growth-shop.ts'), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: appAddress(url.href), AFTERDESK_OWNER_URL: url.href, LOG_LEVEL: 'silent' },
  })
  const ended = once(child, 'exit').then((): never => {
    throw new Error(`The process of ${cases} cases ended.`)
  })
  ended.catch(() => undefined)
  const ask = async (request: Request): Promise<Reply> => {
    const answered = once(child, 'message')
    child.send(request)
    const [reply] = await Promise.race([answered, ended])
    return reply
  }
  return { cases, child, ask }
}

async function timeOf(ask: Shop['ask'], question: string): Promise<Taken> {
  const taken: Taken[] = []
  for (let time = 0; time < (question.startsWith('sweep') ? 1 : ASKED); time++) {
    const reply = await ask({ measure: question })
    if ('ms' in reply) taken.push(reply)
  }
  const cpu = taken.flatMap(({ cpuMs }) => cpuMs ?? [])
  return { ms: median(taken.map(({ ms }) => ms)), cpuMs: cpu.length > 0 ? median(cpu) : null }
}

async function report(measured: Sizes): Promise<void> {
  const growth = summarize(measured)
  const open = measured.map((one) => one.open.toLocaleString('en')).join(', ')
  console.log(`${formatGrowth(growth)}\n\nopen cases: ${open}; ${values.rounds} rounds in turns`)
  if (!values.json) return
  const findings = findingsOf(growth)
  await writeFile(values.json, JSON.stringify({ findings, rounds: Number(values.rounds), growth }, null, 2))
}

async function explain(): Promise<void> {
  const largest = shops.at(-1)
  const reply = await largest?.ask({ explain: largest.cases / 4 })
  if (!reply || !('faults' in reply)) return
  console.log(`${reply.explained} statements explained at ${largest?.cases.toLocaleString('en')} cases`)
  for (const fault of reply.faults) console.error(fault)
  if (reply.faults.length > 0) process.exitCode = 1
}

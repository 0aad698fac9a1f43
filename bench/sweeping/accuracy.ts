import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { z } from 'zod'
import { appAddress } from '@/lib/db/embedded/login'
import { database } from '@/tests/support/access'
import { turnTo } from '../stock'
import { fillDue, LATER, moveClockBefore } from './due-cases'
import { type Late, percentilesOf } from './percentiles'
import type { Places } from './places'
import { readPostgresMs } from './processor'

const told = z.object({ nos: z.array(z.string()).optional() })

/** How long after its end a deadline was decided, in ms, and what it costs while there is none. */
export type Accuracy = {
  deadlines: number
  overMs: number
  workers: number
  /** By the instant that stands in the event, and until another process has heard of it. */
  decided: Late
  heard: Late
  idle: { seconds: number; transactions: number; workersCpuMs: number; postgresCpuMs: number }
}

const WORKERS = 2
const OVER_MS = 20_000
const IDLE_MS = 30_000
/** They are there before the first of them is over. */
const BEFORE_MS = 3_000

/** So many deadlines one after the other, half of which refund and half of which close, and workers that only sweep. */
export async function measureAccuracy(places: Places, deadlines: number): Promise<Accuracy> {
  const at = `timestamptz '${LATER}' + n * ${OVER_MS / deadlines} * interval '1 ms'`
  await places.make('spread', () => fillDue(deadlines, { ending: 'both', at }))
  return places.onCopy('spread', async (url) => {
    await turnTo(url)
    const workers = Array.from({ length: WORKERS }, () => startClockHand(url))
    try {
      await wait(BEFORE_MS)
      const idle = await measureIdle(places, workers)
      const untilHeard = await listen(url, deadlines)
      await moveClockBefore(BEFORE_MS)
      const heard = await untilHeard()
      return { deadlines, overMs: OVER_MS, workers: WORKERS, decided: await readLate(), heard, idle }
    } finally {
      for (const worker of workers) worker.disconnect()
      await Promise.all(workers.map((worker) => worker.exitCode ?? once(worker, 'exit')))
    }
  })
}

function startClockHand(url: string): ChildProcess {
  return fork(join(import.meta.dirname, 'clock-hand.ts'), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: appAddress(url), AFTERDESK_OWNER_URL: url, LOG_LEVEL: 'silent' },
  })
}

/** Resolves once it listens. Then: when this process heard of each, in ms after its end; by then whoever looks sees it decided. */
async function listen(url: string, deadlines: number): Promise<() => Promise<Late>> {
  const client = new pg.Client({ connectionString: url })
  const heard: { no: string; at: number }[] = []
  await client.connect()
  const all = new Promise<void>((resolve) => {
    client.on('notification', ({ payload = '' }) => {
      const at = performance.now()
      for (const no of told.parse(JSON.parse(payload)).nos ?? []) heard.push({ no, at })
      if (heard.length >= deadlines) resolve()
    })
  })
  await client.query('LISTEN afterdesk')
  return async () => {
    const { rows } = await client.query<{ now: Date }>('SELECT app_now() AS now')
    const first = Date.parse(LATER) - (rows[0]?.now.getTime() ?? Number.NaN) + performance.now()
    await all
    await client.end()
    return percentilesOf(heard.map(({ no, at }) => at - first - (Number(no.slice(2)) * OVER_MS) / deadlines))
  }
}

async function readLate(): Promise<Late> {
  const { rows } = await database.query<{ late: number }>(
    `SELECT (extract(epoch FROM "recordedAt" - "effectiveAt") * 1000)::float8 AS late
     FROM "AfterSaleEvent" WHERE "type" IN ('ReviewExpired', 'ReturnExpired')`,
  )
  return percentilesOf(rows.map(({ late }) => late))
}

async function measureIdle({ server }: Places, workers: readonly ChildProcess[]): Promise<Accuracy['idle']> {
  const look = async () => ({
    transactions: await countTransactions(),
    workers: await readCpu(workers),
    postgres: readPostgresMs(server.pid),
  })
  const before = await look()
  await wait(IDLE_MS)
  const after = await look()
  return {
    seconds: IDLE_MS / 1000,
    // the first count's own
    transactions: Math.max(0, after.transactions - before.transactions - 1),
    workersCpuMs: after.workers - before.workers,
    postgresCpuMs: after.postgres - before.postgres,
  }
}

/** Of all that there were; each backend tells of its own once it is idle for a second. */
async function countTransactions(): Promise<number> {
  await wait(1500)
  const { rows } = await database.query<{ n: number }>(
    `SELECT xact_commit + xact_rollback AS n FROM pg_stat_database WHERE datname = current_database()`,
  )
  return rows[0]?.n ?? Number.NaN
}

const cost = z.object({ cpuMs: z.number() })

async function readCpu(workers: readonly ChildProcess[]): Promise<number> {
  const all = await Promise.all(
    workers.map(async (worker) => {
      const answer = once(worker, 'message')
      worker.send('cost')
      return cost.parse((await answer)[0]).cpuMs
    }),
  )
  return all.reduce((total, ms) => total + ms, 0)
}

import { readFileSync } from 'node:fs'
import { migrate } from '@/lib/db/migrate'
import { closePool } from '@/lib/db/pool'
import { ownerUrl } from '@/lib/env'
import { closeAccess, database } from '@/tests/support/access'
import { openCase } from '@/tests/support/cases'
import { listenTo } from '@/tests/support/statements'
import { fillCases, MEMBER } from './database'
import { listAsked } from './desk'
import { listQuestions, type Question, SHOP } from './growth-questions'
import { fillHistory } from './history'
import { findScans } from './plans'

/** One database of growth.ts in a process of its own: fills it and answers for it, one request at a time. */

export type Request = { fill: number; tenths: number } | { list: true } | { measure: string } | { explain: number }
export type Reply = { done: true } | { names: string[]; open: number } | Taken | { explained: number; faults: string[] }

/** How often a question is asked before it counts: views are compiled, caches filled. */
const WARM_UP = 3

let questions: Question[] = []
const warm = new Set<Question>()

process.on('message', (request: Request) => {
  answer(request).then(
    (reply) => process.send?.(reply),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})
process.on('disconnect', () => void Promise.all([closePool(), closeAccess()]))

async function answer(request: Request): Promise<Reply> {
  if ('fill' in request) return fill(request.fill, request.tenths)
  if ('list' in request) return list()
  if ('measure' in request) return measure(request.measure)
  const { no } = await openCase('RETURN_REFUND', SHOP)
  return findScans(listAsked({ shopId: SHOP, userId: MEMBER, no }), request.explain)
}

async function fill(cases: number, tenths: number): Promise<Reply> {
  await migrate(ownerUrl() ?? '')
  const { rows } = await database.query<{ filled: boolean }>(`SELECT EXISTS (SELECT FROM "AfterSale") AS "filled"`)
  if (rows[0]?.filled) return { done: true }
  await fillCases(cases, { tenths })
  await fillHistory()
  await database.query('CHECKPOINT')
  return { done: true }
}

async function list(): Promise<Reply> {
  questions = await listQuestions()
  const { rows } = await database.query<{ open: number }>(
    `SELECT count(*) AS "open" FROM "AfterSale" WHERE "closedAt" IS NULL`,
  )
  return { names: questions.map(({ name }) => name), open: rows[0]?.open ?? 0 }
}

/**
 * How long at least one of its statements was on its way or worked at, and how much of a processor the server used for them
 * (null where the system does not say), in ms. The views that are made of them count for neither.
 */
export type Taken = { ms: number; cpuMs: number | null }

async function measure(name: string): Promise<Taken> {
  const question = questions.find((one) => one.name === name)
  if (!question) throw new Error(`Nobody knows the question ${name}.`)
  await question.prepare?.()
  if (!warm.has(question)) {
    warm.add(question)
    for (let time = 0; time < WARM_UP; time++) await question.run()
    await question.prepare?.()
  }
  const before = new Map<number, number | null>()
  let [under, since, ms] = [0, 0, 0]
  await listenTo(question.run, ({ pid }) => {
    if (pid !== undefined && !before.has(pid)) before.set(pid, readCpuMs(pid))
    if (under++ === 0) since = performance.now()
    return () => {
      if (--under === 0) ms += performance.now() - since
    }
  })
  let cpuMs: number | null = 0
  for (const [pid, at] of before) {
    const now = readCpuMs(pid)
    cpuMs = cpuMs === null || at === null || now === null ? null : cpuMs + now - at
  }
  return { ms, cpuMs }
}

/** How long a process has run so far; null where the system does not say. */
function readCpuMs(pid: number): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  } catch {
    return null
  }
}

import { setTimeout as wait } from 'node:timers/promises'
import { database } from '@/tests/support/access'
import { type Late, percentilesOf } from './percentiles'

/**
 * People at the desk of a shop, by its API: somebody who approves one case after the other, and somebody who looks at the
 * queue again and again.
 */

/** `after`: the cases behind this number are theirs to decide. */
export type Desk = { address: string; key: string; after: number }
export type Used = { approvals: Late; reads: Late }

const APPROVE_EVERY_MS = 100
const READ_EVERY_MS = 250
const LOOK_EVERY_MS = 500
const QUEUE = '/api/v1/after-sales?status=PENDING_REVIEW&sort=dueAt'

/** Uses it for so many ms, or until it is told that it is over, of which nothing counts before `from`. */
export async function workAtDesk(desk: Desk, until: number | (() => Promise<boolean>), from = 0): Promise<Used> {
  const nos = await findApprovable(desk.after)
  const [approvals, reads]: [number[], number[]] = [[], []]
  const begun = performance.now()
  let over = false
  const every = async (ms: number, into: number[], request: () => Promise<Response>) => {
    while (!over) {
      const next = wait(ms)
      await time(request, into, begun + from)
      await next
    }
  }
  const headers = { authorization: `Bearer ${desk.key}`, 'content-type': 'application/json' }
  const approve = () =>
    fetch(`${desk.address}/api/v1/after-sales/${nos.pop()}/approve`, { method: 'POST', headers, body: '{}' })
  const used = Promise.all([
    every(APPROVE_EVERY_MS, approvals, approve),
    every(READ_EVERY_MS, reads, () => fetch(desk.address + QUEUE, { headers })),
  ])
  try {
    if (typeof until === 'number') await wait(until)
    else {
      await wait(from)
      while (!(await until())) await wait(LOOK_EVERY_MS)
    }
  } finally {
    over = true
  }
  await used
  return { approvals: percentilesOf(approvals), reads: percentilesOf(reads) }
}

async function time(request: () => Promise<Response>, into: number[], from: number): Promise<void> {
  const begun = performance.now()
  const answer = await request()
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`The desk was answered ${answer.status}.`)
  if (begun >= from) into.push(performance.now() - begun)
}

async function findApprovable(after: number): Promise<string[]> {
  const { rows } = await database.query<{ no: string }>(
    `SELECT "no" FROM "AfterSale" WHERE "shopId" = 'big' AND "status" = 'PENDING_REVIEW' AND right("no", 9)::int > $1`,
    [after],
  )
  return rows.map(({ no }) => no)
}

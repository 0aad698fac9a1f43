import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { database } from '@/tests/support/access'
import {
  APPROVE,
  countEvents,
  type Desk,
  mustStart,
  openCases,
  openDesk,
  progressOf,
  refundsOf,
  resultsOf,
  takeSome,
  workOff,
  workOffQueue,
} from '@/tests/support/bulk'
import { useDatabase } from '@/tests/support/database'
import { reviveRuns } from './jobs-store'
import { haltRun } from './state-store'

const { url } = useDatabase()

/** As if the time of the run's next job had come. */
async function makeDue(runId: string): Promise<void> {
  await database.query(`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE key = $1`, [`bulk:${runId}`])
}

async function jobsOf(runId: string): Promise<('now' | 'later')[]> {
  const { rows } = await database.query<{ due: boolean }>(
    `SELECT run_at <= now() AS due FROM graphile_worker.jobs WHERE key = $1 AND attempts < max_attempts`,
    [`bulk:${runId}`],
  )
  return rows.map(({ due }) => (due ? 'now' : 'later'))
}

/** The database fails as the result of that case is written, so often. */
async function failAt(no: string, times: number): Promise<void> {
  await database.query(
    `CREATE OR REPLACE FUNCTION fail_item() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       IF NEW."afterSaleNo" = '${no}' AND NEW."defects" = OLD."defects" AND OLD."defects" < ${times} THEN
         RAISE EXCEPTION 'a defect'; END IF; RETURN NEW; END $$`,
  )
  await database.query(
    `CREATE OR REPLACE TRIGGER fail_item BEFORE UPDATE ON "BulkItem" FOR EACH ROW EXECUTE FUNCTION fail_item()`,
  )
}

/** Every case was approved at most once, and paid exactly where its result says so. */
async function expectOnce(desk: Desk, runId: string): Promise<void> {
  const { goes, done } = await progressOf(desk, runId)
  const approved = await countEvents(desk.shopId, 'Approved')
  expect(approved).toEqual({ ...(done < goes && { 0: goes - done }), ...(done > 0 && { 1: done }) })
  expect(await refundsOf(desk.shopId)).toEqual({ refunds: done, sumFen: done * 12800 })
}

describe('exactly once', () => {
  test('with four workers at the same run', async () => {
    const desk = await openDesk()
    const { id, amountFen } = await mustStart(desk, APPROVE, { nos: await openCases(desk.shopId, 90) })
    await Promise.all([1, 2, 3, 4].map(() => workOff(desk, id)))
    expect(await progressOf(desk, id)).toMatchObject({ state: 'DONE', done: 90, refused: 0 })
    await expectOnce(desk, id)
    expect((await refundsOf(desk.shopId)).sumFen).toBe(amountFen)
    expect(await jobsOf(id)).toEqual([])
  })

  test('with two runs over the same cases: one of them is refused', async () => {
    const desk = await openDesk()
    const nos = await openCases(desk.shopId, 30)
    const { id } = await mustStart(desk, APPROVE, { nos })
    const { id: other } = await mustStart(desk, APPROVE, { nos: nos.toReversed() })
    await Promise.all([workOff(desk, id), workOff(desk, other)])
    const [first, second] = [await progressOf(desk, id), await progressOf(desk, other)]
    expect(first.done + second.done).toBe(30)
    expect(first.refused + second.refused).toBe(30)
    expect(await refundsOf(desk.shopId)).toEqual({ refunds: 30, sumFen: 30 * 12800 })
  })

  test('when a worker is killed with -9 in the middle: another one takes it up', async () => {
    const desk = await openDesk()
    const { id } = await mustStart(desk, APPROVE, { nos: await openCases(desk.shopId, 150) })
    const victim = fork(join(import.meta.dirname, '../../tests/support/bulk-process.ts'), {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, DATABASE_URL: url(), LOG_LEVEL: 'silent' },
    })
    const gone = once(victim, 'exit')
    while ((await progressOf(desk, id)).done < 5);
    victim.kill('SIGKILL')
    expect((await gone)[1]).toBe('SIGKILL')
    const { state, done } = await progressOf(desk, id)
    expect(state).toBe('RUNNING')
    expect(done).toBeLessThan(150)
    // its next turn stands in the queue, whenever it died
    expect(await jobsOf(id)).toHaveLength(1)
    while ((await progressOf(desk, id)).state === 'RUNNING') {
      await reviveRuns()
      await makeDue(id)
      await Promise.all([workOffQueue(), workOffQueue()])
    }
    expect(await progressOf(desk, id)).toMatchObject({ state: 'DONE', done: 150 })
    await expectOnce(desk, id)
  })
})

describe('a defect in the middle', () => {
  test('undoes its case, which has its turn again after the others', async () => {
    const desk = await openDesk()
    const nos = await openCases(desk.shopId, 3)
    const { id } = await mustStart(desk, APPROVE, { nos })
    await failAt(nos[0] ?? '', 1)
    await workOff(desk, id)
    expect(await progressOf(desk, id)).toMatchObject({ state: 'DONE', done: 3 })
    await expectOnce(desk, id)
  })

  test('that stays is the end of that case alone', async () => {
    const desk = await openDesk()
    const nos = await openCases(desk.shopId, 3)
    const { id } = await mustStart(desk, APPROVE, { nos })
    await failAt(nos[1] ?? '', 9)
    await workOff(desk, id)
    expect(await resultsOf(desk, id)).toMatchObject([
      { state: 'DONE' },
      { state: 'REFUSED', refusal: { code: 'failed' } },
      { state: 'DONE' },
    ])
    await expectOnce(desk, id)
  })
})

test('a stop in the middle waits for the case at hand, and what it says is so', async () => {
  const desk = await openDesk()
  const { id } = await mustStart(desk, APPROVE, { nos: await openCases(desk.shopId, 60) })
  const working = [workOff(desk, id), workOff(desk, id)]
  while ((await progressOf(desk, id)).done < 5);
  expect(await haltRun(desk.owner, id)).toBe(true)
  const stopped = await progressOf(desk, id)
  await Promise.all(working)
  expect(await progressOf(desk, id)).toEqual(stopped)
  expect(stopped).toMatchObject({ state: 'STOPPED', refused: 0 })
  expect(stopped.done + stopped.stopped).toBe(60)
  await expectOnce(desk, id)
})

test('a run whose job is lost gets another one; one that has one keeps it', async () => {
  const desk = await openDesk()
  const { id } = await mustStart(desk, APPROVE, { nos: await openCases(desk.shopId, 25) })
  await database.query(`SELECT graphile_worker.remove_job($1)`, [`bulk:${id}`])
  await reviveRuns()
  expect(await jobsOf(id)).toEqual(['now'])
  await database.query(`UPDATE graphile_worker._private_jobs SET run_at = now() + interval '20 s' WHERE key = $1`, [
    `bulk:${id}`,
  ])
  await reviveRuns()
  expect(await jobsOf(id)).toEqual(['later'])
  await takeSome(desk, id)
  expect(await jobsOf(id)).toEqual(['now'])
  await workOffQueue()
  expect(await progressOf(desk, id)).toMatchObject({ state: 'DONE', done: 25 })
})

test('what was never confirmed goes after an hour, what is over after a month, what is under way never', async () => {
  const desk = await openDesk()
  const nos = await openCases(desk.shopId, 1)
  const aged = async (interval: string, ended: 'ended' | 'open') => {
    const { id } = await mustStart(desk, { type: 'sendMessage', text: '您好' }, { nos })
    if (ended === 'ended') await workOff(desk, id)
    await database.query(
      `UPDATE "BulkRun" SET "createdAt" = app_now() - $2::interval, "startedAt" = app_now() - $2::interval,
         "finishedAt" = CASE WHEN "finishedAt" IS NOT NULL THEN app_now() - $2::interval END WHERE "id" = $1`,
      [id, interval],
    )
    return id
  }
  const kept = [await aged('29 days', 'ended'), await aged('90 days', 'open')]
  await aged('31 days', 'ended')
  for (const interval of ['59 minutes', '61 minutes']) {
    const outcome = await desk.prepare(APPROVE, { nos })
    if (!outcome.ok) throw new Error('not prepared')
    await database.query(`UPDATE "BulkRun" SET "createdAt" = app_now() - $2::interval WHERE "id" = $1`, [
      outcome.preview.id,
      interval,
    ])
    if (interval === '59 minutes') kept.push(outcome.preview.id)
  }
  await database.query(`SELECT graphile_worker.add_job('purgeBulk')`)
  await workOffQueue()
  const { rows } = await database.query<{ id: string }>(`SELECT "id" FROM "BulkRun" WHERE "shopId" = $1`, [desk.shopId])
  expect(rows.map(({ id }) => id).sort()).toEqual(kept.sort())
})

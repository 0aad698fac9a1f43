import { database } from '@/tests/support/access'
import type { Finding } from '../finding'
import type { Used } from './desk'
import { LATER } from './due-cases'
import { formatLate, type Late, percentilesOf } from './percentiles'

export type Storm = {
  cases: number
  workers: number
  /** How long after the instant each was decided. */
  decided: Late
  idle: Used
  during: Used
  /** While what the storm decided is paid, and how long that took after the last decision. */
  paying: Used
  payingMs: number
  workersPeakMb: number[]
  webPeakMb: number
}

/** Whether a case waits whose time was over at that instant. */
export async function isUnderWay(): Promise<boolean> {
  const { rows } = await database.query(
    `SELECT 1 FROM "AfterSale" WHERE "dueAt" <= $1 AND "dueKind" <> 'SERVICE_ANSWER' LIMIT 1`,
    [LATER],
  )
  return rows.length > 0
}

/** Whether a refund that the clock ordered is not paid yet: what people approve meanwhile does not count. */
export async function isUnpaid(): Promise<boolean> {
  const { rows } = await database.query(
    `SELECT 1 FROM "Refund" WHERE "status" <> 'SUCCEEDED' AND EXISTS (
       SELECT FROM "AfterSaleEvent" WHERE "afterSaleNo" = "Refund"."afterSaleNo" AND "type" = 'ReviewExpired') LIMIT 1`,
  )
  return rows.length > 0
}

/** How long after the instant each was decided. */
export async function readDecisions(): Promise<Late> {
  const { rows } = await database.query<{ late: number }>(
    `SELECT (extract(epoch FROM "recordedAt" - "effectiveAt") * 1000)::float8 AS late
     FROM "AfterSaleEvent" WHERE "type" IN ('ReviewExpired', 'ReturnExpired')`,
  )
  return percentilesOf(rows.map(({ late }) => late))
}

/** What a merchant notices, what the clock kept to, and what it took. */
export function formatStorm(storm: Storm): string {
  const { cases, workers, decided, idle, during, paying, payingMs, workersPeakMb } = storm
  const seconds = decided.longest / 1000
  return [
    `${cases} deadlines at one instant, ${workers} workers with their refund jobs, the desk in use`,
    `the last decision after ${seconds.toFixed(1)} s, ${(cases / seconds).toFixed(0)} a second; ${formatLate(decided)}`,
    `a merchant's approval, idle:   ${formatLate(idle.approvals)} (${idle.approvals.count})`,
    `a merchant's approval, during: ${formatLate(during.approvals)} (${during.approvals.count})`,
    `p99 during / idle: × ${(during.approvals.p99 / idle.approvals.p99).toFixed(2)} (≤ 3); p50: × ${(during.approvals.p50 / idle.approvals.p50).toFixed(2)}`,
    `a page of the queue, idle: ${formatLate(idle.reads)}; during: ${formatLate(during.reads)}`,
    `the last refund paid ${(payingMs / 1000).toFixed(1)} s after the last decision`,
    `a merchant's approval, while that is paid: ${formatLate(paying.approvals)} (${paying.approvals.count})`,
    `a page of the queue, while that is paid: ${formatLate(paying.reads)}`,
    `memory of the workers at most: ${workersPeakMb.map((mb) => `${mb.toFixed(0)} MB`).join(', ')} (≤ 300)`,
  ].join('\n')
}

/** The same, in one form with all other measurements. */
export function findingsOf(storm: Storm): Finding[] {
  const { cases, workers, decided, idle, during, paying, payingMs, workersPeakMb, webPeakMb } = storm
  const seconds = decided.longest / 1000
  return [
    {
      name: `the last of ${cases.toLocaleString('en')} decisions, ${workers} workers`,
      value: seconds,
      unit: 's',
      target: { atMost: 3 },
    },
    { name: 'decisions', value: cases / seconds, unit: '/s' },
    { name: 'from due to decided, p99', value: decided.p99 / 1000, unit: 's' },
    { name: 'a merchant’s approval, idle, p99', value: idle.approvals.p99, unit: 'ms' },
    { name: 'a merchant’s approval, during, p99', value: during.approvals.p99, unit: 'ms' },
    {
      name: 'a merchant’s approval, p99 during of p99 idle',
      value: during.approvals.p99 / idle.approvals.p99,
      unit: '×',
      target: { atMost: 3 },
    },
    { name: 'a page of the queue, idle, p99', value: idle.reads.p99, unit: 'ms' },
    { name: 'a page of the queue, during, p99', value: during.reads.p99, unit: 'ms' },
    { name: 'the last refund paid, after the last decision', value: payingMs / 1000, unit: 's' },
    { name: 'a merchant’s approval, while refunds are paid, p99', value: paying.approvals.p99, unit: 'ms' },
    { name: 'a page of the queue, while refunds are paid, p99', value: paying.reads.p99, unit: 'ms' },
    { name: 'memory of a worker at most', value: Math.max(...workersPeakMb), unit: 'MB', target: { atMost: 300 } },
    { name: 'memory of the web process at most', value: webPeakMb, unit: 'MB', target: { atMost: 450 } },
  ]
}

import type { Scope } from '@/lib/auth/scope'
import { database } from '@/lib/db/pool'
import { within } from '@/lib/db/within'
import { type Consequence, consequenceOf } from './domain/deadline'
import type { Instant } from './domain/policy'
import { scopeCondition } from './filter-queries'
import type { AfterSaleRow } from './row'
import { readNow } from './store'
import type { Forecast } from './views'

const HOUR = 3_600_000
const HOURS = 48
/** What is told ahead: refunds, and returns that are approved. */
const FORECAST: ReadonlySet<Consequence['outcome']> = new Set(['REFUND', 'APPROVE_RETURN'])

/** Cases of one kind that fall due in an hour, and how often they count in its bar and within 24 hours: 1, 0 or -1. */
type Due = Pick<AfterSaleRow, 'type' | 'dueKind'> & {
  hour: Date
  cases: number
  fen: number
  bar: number
  soon: number
}

/** What the clock will decide in the next 48 hours if nobody acts; what each kind leads to, the domain says. */
export async function forecastQueue(scope: Scope): Promise<Forecast> {
  const now = await readNow(database)
  const first = hourOf(now)
  const { sql, params } = selectDue(scope, now)
  const { rows } = await within(scope).query<Due>(sql, params)
  const hours = Array.from({ length: HOURS }, (_, index) => ({
    startsAt: first + index * HOUR,
    refundCases: 0,
    refundFen: 0,
    returnCases: 0,
    returnFen: 0,
  }))
  const within24h = { cases: 0, refundFen: 0, refundCases: 0, returnCases: 0 }
  for (const { hour, type, dueKind, cases, fen, bar, soon } of rows) {
    const slot = hours[(hour.getTime() - first) / HOUR]
    const consequence = consequenceOf({ type, amountFen: fen, deadline: dueKind && { kind: dueKind } })
    // nothing follows from a target, and no money from a service that is done
    if (!slot || !consequence || !FORECAST.has(consequence.outcome)) continue
    const isRefund = consequence.outcome === 'REFUND'
    slot[isRefund ? 'refundCases' : 'returnCases'] += bar * cases
    slot[isRefund ? 'refundFen' : 'returnFen'] += bar * fen
    within24h.cases += soon * cases
    within24h[isRefund ? 'refundCases' : 'returnCases'] += soon * cases
    within24h.refundFen += soon * (consequence.amountFen ?? 0)
  }
  return { hours, within24h, now }
}

const hourOf = (at: Instant) => Math.floor(at / HOUR) * HOUR

/**
 * Whole hours by what "DueHour" keeps, the hours of Asia/Shanghai begin when those of UTC do. Of the present one what is
 * over and not yet settled is taken off again, and the shorter part of the one in which the 24 hours end is summed case by
 * case, from the queue's index and in the same snapshot.
 */
function selectDue(scope: Scope, now: Instant): { sql: string; params: unknown[] } {
  const params: unknown[] = []
  const at = (instant: Instant) => `$${params.push(new Date(instant))}::timestamptz`
  const inScope = scopeCondition(scope, (value) => `$${params.push(value)}`)
  const first = hourOf(now)
  const end = now + 24 * HOUR
  const last = hourOf(end)
  const endsEarly = end - last < HOUR / 2
  const sumCases = (hour: Instant, due: string, counted: { bar: number; soon: number }) =>
    `SELECT ${at(hour)} AS "hour", "type", "dueKind", count(*) AS "cases", sum("amountFen")::bigint AS "fen",
       ${counted.bar} AS "bar", ${counted.soon} AS "soon"
     FROM "AfterSale" WHERE ${inScope} AND "waitingOn" = 'MERCHANT' AND ${due} GROUP BY "type", "dueKind"`
  const parts = [
    `SELECT "hour", "type", "dueKind", "cases"::bigint, "fen", 1 AS "bar",
       ("hour" < ${at(endsEarly ? last : last + HOUR)})::int AS "soon"
     FROM "DueHour" WHERE ${inScope} AND "hour" >= ${at(first)} AND "hour" < ${at(first + HOURS * HOUR)}`,
    sumCases(first, `"dueSort" >= ${at(first)} AND "dueSort" < ${at(now)}`, { bar: -1, soon: -1 }),
    endsEarly
      ? sumCases(last, `"dueSort" >= ${at(last)} AND "dueSort" <= ${at(end)}`, { bar: 0, soon: 1 })
      : sumCases(last, `"dueSort" > ${at(end)} AND "dueSort" < ${at(last + HOUR)}`, { bar: 0, soon: -1 }),
  ]
  return { sql: parts.join(' UNION ALL '), params }
}

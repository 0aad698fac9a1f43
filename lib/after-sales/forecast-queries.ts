import type { Scope } from '@/lib/auth/scope'
import { database } from '@/lib/db/pool'
import { within } from '@/lib/db/within'
import { type Consequence, consequenceOf } from './domain/deadline'
import { scopeCondition } from './filter-queries'
import type { AfterSaleRow } from './row'
import { readNow } from './store'
import type { Forecast } from './views'

const HOUR = 3_600_000
/** What is told ahead: refunds, and returns that are approved. */
const FORECAST: ReadonlySet<Consequence['outcome']> = new Set(['REFUND', 'APPROVE_RETURN'])

/** What the clock will decide in the next 48 hours if nobody acts; what each kind leads to, the domain says. */
export async function forecastQueue(scope: Scope): Promise<Forecast> {
  const now = await readNow(database)
  const params: unknown[] = [new Date(now), new Date(now + 48 * HOUR)]
  const inScope = scopeCondition(scope, (value) => `$${params.push(value)}`)
  const { rows } = await within(scope).query<
    Pick<AfterSaleRow, 'type' | 'dueKind'> & { hour: Date; soon: boolean; cases: number; fen: number }
  >(
    // the hours of Asia/Shanghai begin when those of UTC do; all that is read stands in the queue's index
    `SELECT date_bin('1 hour', "dueSort", 'epoch') AS "hour", "dueSort" <= $1::timestamptz + interval '24 hours' AS "soon", "type", "dueKind",
       count(*) AS "cases", sum("amountFen") AS "fen"
     FROM "AfterSale" WHERE ${inScope} AND "waitingOn" = 'MERCHANT' AND "dueSort" BETWEEN $1 AND $2
     GROUP BY 1, 2, 3, 4`,
    params,
  )
  const first = Math.floor(now / HOUR) * HOUR
  const hours = Array.from({ length: 49 }, (_, index) => ({
    startsAt: first + index * HOUR,
    refundCases: 0,
    refundFen: 0,
    returnCases: 0,
    returnFen: 0,
  }))
  const within24h = { cases: 0, refundFen: 0, refundCases: 0, returnCases: 0 }
  for (const { hour, soon, type, dueKind, cases, fen } of rows) {
    const slot = hours[(hour.getTime() - first) / HOUR]
    const consequence = consequenceOf({ type, amountFen: fen, deadline: dueKind && { kind: dueKind } })
    // nothing follows from a target, and no money from a service that is done
    if (!slot || !consequence || !FORECAST.has(consequence.outcome)) continue
    const isRefund = consequence.outcome === 'REFUND'
    slot[isRefund ? 'refundCases' : 'returnCases'] += cases
    slot[isRefund ? 'refundFen' : 'returnFen'] += fen
    if (!soon) continue
    within24h.cases += cases
    within24h[isRefund ? 'refundCases' : 'returnCases'] += cases
    within24h.refundFen += consequence.amountFen ?? 0
  }
  return { hours: hours.slice(0, 48), within24h, now }
}

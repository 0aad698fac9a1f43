import type pg from 'pg'
import type { AfterSaleEvent } from '@/lib/after-sales/domain/events'

/** Everything that is judged, as it stands in the tables at one moment. Instants are Dates or epoch ms, as named. */
export type Snapshot = {
  /** The product's clock, epoch ms. */
  now: number
  /** Each row of "AfterSale" by its columns. */
  cases: CaseRow[]
  lines: { no: string; lineNo: number; quantity: number; amountFen: number; occupying: boolean }[]
  events: { no: string; seq: number; event: AfterSaleEvent }[]
  refunds: { no: string; afterSaleNo: string; amountFen: number; status: string }[]
  orderLines: { shopId: string; orderNo: string; lineNo: number; paidFen: number; refundedFen: number }[]
  webhooks: { id: string; subject: string; seq: number; type: string }[]
  /** In the order in which each endpoint has to hear them, subject by subject. */
  deliveries: { endpointId: string; eventId: string; subject: string; type: string; status: string }[]
  endpoints: { id: string; shopId: string | null }[]
  /** Jobs that nobody will ever try again; one without a key has made way for the next under that key. */
  lostJobs: { task: string; error: string | null }[]
}

export type CaseRow = { no: string; shopId: string; orderNo: string; seq: number } & Record<string, unknown>

/** Reads it all in one snapshot of the database, by statements of its own: none of the product's is trusted with it. */
export async function readSnapshot(client: pg.Client): Promise<Snapshot> {
  const read = async <T extends pg.QueryResultRow>(sql: string) => (await client.query<T>(sql)).rows
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  const [clock] = await read<{ now: Date }>('SELECT app_now() AS "now"')
  if (!clock) throw new Error('the database has no clock')
  const snapshot: Snapshot = {
    now: clock.now.getTime(),
    cases: await read('SELECT * FROM "AfterSale" ORDER BY "no"'),
    lines: await read(
      `SELECT "afterSaleNo" AS "no", "lineNo", "quantity", "amountFen", "occupying" FROM "AfterSaleLine" ORDER BY 1, 2`,
    ),
    events: await read(
      `SELECT "afterSaleNo" AS "no", "seq", jsonb_build_object('type', "type", 'clause', "clause", 'data', "data",
         'actor', jsonb_build_object('role', "actorRole", 'id', "actorId"),
         'effectiveAt', floor(extract(epoch FROM "effectiveAt") * 1000),
         'recordedAt', floor(extract(epoch FROM "recordedAt") * 1000)) AS "event"
       FROM "AfterSaleEvent" ORDER BY 1, 2`,
    ),
    refunds: await read('SELECT "no", "afterSaleNo", "amountFen", "status" FROM "Refund"'),
    orderLines: await read('SELECT "shopId", "orderNo", "lineNo", "paidFen", "refundedFen" FROM "OrderLine"'),
    webhooks: await read('SELECT "id", "subject", "seq", "type" FROM "WebhookEvent"'),
    deliveries: await read(
      `SELECT "endpointId", "eventId", "subject", "type", "status" FROM "WebhookDelivery"
       ORDER BY "endpointId", "subject", "seq", "ordinal"`,
    ),
    endpoints: await read('SELECT "id", "shopId" FROM "WebhookEndpoint" WHERE "deletedAt" IS NULL'),
    lostJobs: await read(
      `SELECT task_identifier AS "task", last_error AS "error" FROM graphile_worker.jobs
       WHERE attempts >= max_attempts AND key IS NOT NULL`,
    ),
  }
  await client.query('ROLLBACK')
  return snapshot
}

/** The events of each case, in the order of their numbers. */
export function logsOf({ cases, events }: Snapshot): Map<string, { seq: number; event: AfterSaleEvent }[]> {
  const logs = new Map<string, { seq: number; event: AfterSaleEvent }[]>(cases.map(({ no }) => [no, []]))
  for (const { no, seq, event } of events) {
    const log = logs.get(no) ?? []
    log.push({ seq, event })
    logs.set(no, log)
  }
  return logs
}

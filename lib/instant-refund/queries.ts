import { CURRENT_POLICY } from '@/lib/after-sales/domain/policy'
import { instant } from '@/lib/after-sales/row'
import { readNow } from '@/lib/after-sales/store'
import { settleOverdue } from '@/lib/after-sales/sweep'
import type { ShopId } from '@/lib/auth/scope'
import { ofShop } from '@/lib/db/reach'
import { inTransaction, type Tx } from '@/lib/db/transaction'
import { countByDay, REPLAY_MS } from './domain/days'
import { byWorth, sumUp } from './domain/replay'
import { countApplications, readFitting, readWords, type Window } from './replay-queries'
import type { InstantRefundPage, Replay, ReplayedCase, SwitchRecord } from './views'

/** So many cases of a replay are shown; all of them can be exported. */
export const CASES_SHOWN = 200
const HISTORY_SHOWN = 50
/** How many cases are looked up at a time while they are streamed. */
const BATCH = 500
/** Orders are in yuan only (lib/orders/commands.ts). */
const CURRENCY = 'CNY'

/** R5 What a manager sees before and after he switches: all of it at one instant. */
export async function loadInstantRefund(shopId: ShopId): Promise<InstantRefundPage> {
  return atOneInstant(shopId, async (tx, now) => {
    const since = await readSince(tx, shopId)
    const history = await readHistory(tx, shopId)
    return {
      shopId,
      since,
      by: since === null ? null : (history[0]?.by ?? null),
      done: since === null ? null : await readDone(tx, shopId, since),
      conditions: CURRENT_POLICY.instantRefund,
      replay: await readReplay(tx, windowOf(shopId, now)),
      history,
      now,
    }
  })
}

/** Every case of the replay in the order of the list, for an export: what it takes is held, not what it says. */
export async function* replayRows(shopId: ShopId): AsyncGenerator<ReplayedCase> {
  const fitting = await atOneInstant(shopId, (tx, now) => readFitting(tx, windowOf(shopId, now)))
  fitting.sort(byWorth)
  for (let start = 0; start < fitting.length; start += BATCH) {
    const batch = fitting.slice(start, start + BATCH)
    yield* await inTransaction(ofShop(shopId), (tx) => readWords(tx, shopId, batch), { readOnly: true })
  }
}

/** R0.3 What the clock has decided by now is settled first; then one snapshot, so that its numbers agree. */
async function atOneInstant<T>(shopId: ShopId, read: (tx: Tx, now: number) => Promise<T>): Promise<T> {
  await settleOverdue({ kind: 'SHOPS', shopIds: [shopId] })
  return inTransaction(ofShop(shopId), async (tx) => read(tx, await readNow(tx)), {
    isolation: 'REPEATABLE READ',
    readOnly: true,
  })
}

function windowOf(shopId: ShopId, now: number): Window {
  return { shopId, from: now - REPLAY_MS, until: now }
}

async function readReplay(tx: Tx, window: Window): Promise<Replay> {
  const { shopId, from, until } = window
  const fitting = (await readFitting(tx, window)).sort(byWorth)
  return {
    from,
    until,
    ...(await countApplications(tx, window)),
    ...sumUp(fitting),
    currency: CURRENCY,
    days: countByDay(fitting, window),
    cases: await readWords(tx, shopId, fitting.slice(0, CASES_SHOWN)),
    more: fitting.length > CASES_SHOWN,
  }
}

async function readSince(tx: Tx, shopId: ShopId): Promise<number | null> {
  const { rows } = await tx.query<{ since: Date | null }>(
    `SELECT "instantRefundSince" AS "since" FROM "Shop" WHERE "id" = $1`,
    [shopId],
  )
  return instant(rows[0]?.since ?? null)
}

/** R5.2 While it is on every refund-only application is judged: what was not refunded at once did not fit. */
async function readDone(tx: Tx, shopId: ShopId, since: number): Promise<InstantRefundPage['done']> {
  const { rows } = await tx.query<{ cases: number; amountFen: number | null; declined: number }>(
    `SELECT count(*) FILTER (WHERE "refundOrigin" = 'INSTANT_REFUND') AS "cases",
       sum("amountFen") FILTER (WHERE "refundOrigin" = 'INSTANT_REFUND') AS "amountFen",
       count(*) FILTER (WHERE "refundOrigin" IS DISTINCT FROM 'INSTANT_REFUND') AS "declined"
     FROM "AfterSale" WHERE "shopId" = $1 AND "type" = 'REFUND_ONLY' AND "openedAt" >= $2`,
    [shopId, new Date(since)],
  )
  const { cases = 0, amountFen = null, declined = 0 } = rows[0] ?? {}
  return { cases, amountFen: amountFen ?? 0, declined, currency: CURRENCY }
}

type HistoryRow = { id: number; role: string; name: string | null; enabled: boolean; at: Date }

async function readHistory(tx: Tx, shopId: ShopId): Promise<SwitchRecord[]> {
  const { rows } = await tx.query<HistoryRow>(
    `SELECT s."id", s."actorRole" AS "role", COALESCE(u."name", k."name") AS "name",
       (s."data"->>'enabled')::boolean AS "enabled", s."changedAt" AS "at"
     FROM "SettingChange" s LEFT JOIN "User" u ON u."id" = s."actorId" LEFT JOIN "ApiKey" k ON 'key:' || k."id" = s."actorId"
     WHERE s."shopId" = $1 AND s."kind" = 'InstantRefundSwitched' ORDER BY s."id" DESC LIMIT $2`,
    [shopId, HISTORY_SHOWN],
  )
  return rows.map(({ id, role, name, enabled, at }) => ({
    id: String(id),
    enabled,
    by: { role: role === 'MANAGER' ? 'MANAGER' : 'PLATFORM', name },
    at: at.getTime(),
  }))
}

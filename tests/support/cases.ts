import { randomUUID } from 'node:crypto'
import type { Actor, AfterSale, AfterSaleType } from '@/lib/after-sales/domain/after-sale'
import type { Application, Command } from '@/lib/after-sales/domain/commands'
import type { AfterSaleEvent } from '@/lib/after-sales/domain/events'
import { isServiceType } from '@/lib/after-sales/domain/service'
import { type Handled, handleApplication, handleCommand } from '@/lib/after-sales/handle-command'
import { readState } from '@/lib/after-sales/store'
import { mintShopId } from '@/lib/auth/mint'
import type { Scope } from '@/lib/auth/scope'
import { database, inTransaction } from '@/tests/support/access'

/** Real cases on a real database: what the integration tests begin with. */

export const PLATFORM: Scope = { kind: 'PLATFORM' }
export const SYSTEM: Actor = { role: 'SYSTEM', id: null }
export const AGENT: Actor = { role: 'AGENT', id: 'agent-1' }
export const MANAGER: Actor = { role: 'MANAGER', id: 'manager-1' }
export const BUYER: Actor = { role: 'BUYER', id: 'buyer-1' }
export const HOUR = 3_600_000
export const DAY = 24 * HOUR

export function shopScope(shopId: string): Scope {
  return { kind: 'SHOPS', shopIds: [mintShopId(shopId)] }
}

/** A shop with one return address, and an order with lines of these amounts in fen. */
export async function createOrder({ shopId = `shop-${randomUUID()}`, paidFen = [12800], quantity = 2 } = {}) {
  await database.query(`INSERT INTO "Shop" ("id", "name") VALUES ($1, '南栀织物') ON CONFLICT DO NOTHING`, [shopId])
  await database.query(
    `INSERT INTO "ReturnAddress" ("shopId", "id", "name", "phone", "region", "detail", "isDefault")
     VALUES ($1, 'main', '南栀售后', '0575-8411', '浙江省 绍兴市 柯桥区', '纺都路 88 号', TRUE) ON CONFLICT DO NOTHING`,
    [shopId],
  )
  const orderNo = `order-${randomUUID()}`
  await database.query(
    `INSERT INTO "Order" ("shopId", "no", "buyerId", "buyerName", "currency", "totalFen", "paidAt")
     VALUES ($1, $2, 'buyer-1', '王小明', 'CNY', $3, app_now() - interval '1 day')`,
    [shopId, orderNo, paidFen.reduce((a, b) => a + b, 0)],
  )
  await database.query(
    `INSERT INTO "OrderLine" ("shopId", "orderNo", "lineNo", "sku", "title", "quantity", "paidFen")
     SELECT $1, $2, n, 'SKU-' || n, '羊毛围巾 浅灰', $4, fen FROM unnest($3::int[]) WITH ORDINALITY AS t(fen, n)`,
    [shopId, orderNo, paidFen, quantity],
  )
  return { shopId, orderNo }
}

/** R3.2 What is served names no amount. */
export function application(orderNo: string, change: Partial<Application> = {}): Application {
  const amount = isServiceType(change.type ?? 'REFUND_ONLY') ? {} : { amountFen: 12800 }
  return {
    orderNo,
    type: 'REFUND_ONLY',
    lines: [{ lineNo: 1, quantity: 1, ...amount }],
    reason: 'NOT_AS_DESCRIBED',
    ...change,
  }
}

export async function apply(orderNo: string, change: Partial<Application> = {}): Promise<Handled> {
  return inTransaction((tx) => handleApplication(tx, { scope: PLATFORM, application: application(orderNo, change) }))
}

export async function act(
  no: string,
  actor: Actor,
  command: Command,
  extra: { scope?: Scope; version?: number } = {},
): Promise<Handled> {
  return inTransaction((tx) => handleCommand(tx, { scope: PLATFORM, no, actor, command, ...extra }))
}

/** An open case on an order of its own. */
export async function openCase(type: AfterSaleType = 'REFUND_ONLY', shopId?: string): Promise<AfterSale> {
  const { orderNo } = await createOrder(shopId ? { shopId } : {})
  return mustSucceed(await apply(orderNo, { type }))
}

export function mustSucceed(handled: Handled): AfterSale {
  if (handled.ok) return handled.state
  throw new Error(`refused: ${JSON.stringify(handled)}`)
}

export function refusalOf(handled: Handled): string | undefined {
  return handled.ok || 'missing' in handled ? undefined : handled.refusal.code
}

export async function stateOf(no: string): Promise<AfterSale> {
  const read = await readState(database, PLATFORM, no)
  if (!read) throw new Error(`no case ${no}`)
  return read.state
}

export async function eventsOf(no: string): Promise<AfterSaleEvent[]> {
  const { rows } = await database.query<{
    type: string
    actorRole: string
    actorId: string | null
    clause: string
    effectiveAt: Date
    recordedAt: Date
    data: object
  }>('SELECT * FROM "AfterSaleEvent" WHERE "afterSaleNo" = $1 ORDER BY "seq"', [no])
  return rows.map(
    ({ type, actorRole, actorId, clause, effectiveAt, recordedAt, data }) =>
      ({
        type,
        clause,
        data,
        actor: { role: actorRole, id: actorId },
        effectiveAt: effectiveAt.getTime(),
        recordedAt: recordedAt.getTime(),
      }) as AfterSaleEvent,
  )
}

/** Moves the database's clock, and with it every reader of it. */
export async function moveClock(ms: number): Promise<void> {
  await database.query('UPDATE "SandboxClock" SET "offsetMs" = "offsetMs" + $1', [ms])
}

/** Makes cases overdue without moving anybody's clock: as if their time had been over a minute ago. */
export async function makeOverdue(nos: readonly string[]): Promise<void> {
  await database.query(`UPDATE "AfterSale" SET "dueAt" = app_now() - interval '1 minute' WHERE "no" = ANY ($1)`, [nos])
}

import { setTimeout as wait } from 'node:timers/promises'
import { database } from '@/tests/support/access'
import { type Load, loadChains, type Request } from './load'
import { addOrders, type Keys } from './stock'

/** A return from the application to the money, by the API alone. */

const LOOK_EVERY_MS = 20

type Return = { orderNo: string; no: string }

/** So many returns, from the first application until the last refund is paid; `answers` are returns, not requests. */
export async function loadReturns(
  address: string,
  keys: Keys,
  { returns, connections }: { returns: number; connections: number },
): Promise<Load> {
  const orders = await addOrders(returns + connections)
  const begun = performance.now()
  const { p50, p99 } = await loadChains(
    address,
    { chains: returns, connections },
    (): Return => ({ orderNo: orders.pop() ?? '', no: '' }),
    [
      {
        ask: ({ orderNo }) => post(keys.platform, '/after-sales', applicationOf(orderNo)),
        take: (made, answer) => Object.assign(made, { no: JSON.parse(answer).no }),
      },
      { ask: ({ no }) => post(keys.shop, `/after-sales/${no}/approve`, {}) },
      {
        ask: ({ no }) =>
          post(keys.platform, `/after-sales/${no}/return-shipment`, { carrier: '顺丰速运', trackingNo: `SF${no}` }),
      },
      { ask: ({ no }) => post(keys.shop, `/after-sales/${no}/confirm-receipt`, {}) },
    ],
  )
  await waitUntilPaid()
  return { answers: returns, seconds: (performance.now() - begun) / 1000, p50, p99 }
}

function applicationOf(orderNo: string) {
  const lines = [{ lineNo: 1, quantity: 1, amountFen: 12_800 }]
  return { orderNo, type: 'RETURN_REFUND', reason: 'QUALITY_DEFECT', lines }
}

export function post(key: string, path: string, body: unknown): Request {
  return {
    method: 'POST',
    path: `/api/v1${path}`,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
}

export function getFromApi(key: string, path: string): Request {
  return { method: 'GET', path: `/api/v1${path}`, headers: { authorization: `Bearer ${key}` } }
}

/** Until every refund that was ordered has reached its buyer. Throws when one cannot. */
async function waitUntilPaid(): Promise<void> {
  for (;;) {
    const { rows } = await database.query<{ error: string | null }>(
      `SELECT "lastError" AS "error" FROM "Refund" WHERE "orderNo" LIKE 'R-%' AND "status" <> 'SUCCEEDED'
       ORDER BY "lastError" LIMIT 1`,
    )
    const [open] = rows
    if (!open) return
    if (open.error !== null) throw new Error(`A refund failed: ${open.error}`)
    await wait(LOOK_EVERY_MS)
  }
}

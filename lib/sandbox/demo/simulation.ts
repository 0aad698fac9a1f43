import type { Actor } from '@/lib/after-sales/domain/after-sale'
import { handleApplication, type handleCommand, runCommand } from '@/lib/after-sales/handle-command'
import { sweepDue, timeUntilDue } from '@/lib/after-sales/sweep'
import { inTransaction } from '@/lib/db/transaction'
import { executeRefund } from '@/lib/refunds/execute-refund'
import { failed, type RefundGateway } from '@/lib/refunds/gateway'
import { configuredGateways, type Gateways } from '@/lib/refunds/gateways'
import { findPendingRefunds, isStuck, readPresent, setClock } from './past-store'

/** A past, lived through: real commands, one after the other, under a clock that moves towards the present. */

const PLATFORM = { kind: 'PLATFORM' } as const

/** A payment system that does not answer: nothing has moved, and trying again is worth it. */
const SILENT: RefundGateway = {
  name: 'LEDGER',
  create: async () => failed('gatewayUnreachable', true),
  query: async () => ({ status: 'UNKNOWN' }),
}
const OUTAGE: Gateways = { preferred: () => SILENT, find: () => SILENT }

export type Event = { at: number; run: () => Promise<void> }

/** Runs the events in order of time, and between them whatever falls due, up to the present. */
export async function liveThrough(events: Event[], outages: ReadonlyMap<string, 'RETRYING' | 'STUCK'>): Promise<void> {
  const sorted = events.map((event, index) => ({ ...event, index })).sort((a, b) => a.at - b.at || a.index - b.index)
  for (const { at, run } of sorted) {
    await settleUntil(at, outages)
    await setClock(at)
    await run()
    await payRefunds(outages)
  }
  await settleUntil(Date.now(), outages)
}

/** Every deadline before `at` is met a moment after it ends, as a worker would. */
async function settleUntil(at: number, outages: ReadonlyMap<string, 'RETRYING' | 'STUCK'>): Promise<void> {
  for (;;) {
    const [next, now] = [await timeUntilDue(), await readPresent()]
    if (next === null || now + next >= at) return
    await setClock(now + next + 40)
    await sweepDue()
    await payRefunds(outages)
  }
}

/** What the jobs of refunds do, without waiting for the queue. */
async function payRefunds(outages: ReadonlyMap<string, 'RETRYING' | 'STUCK'>): Promise<void> {
  for (const { no, orderNo } of await findPendingRefunds()) {
    const outage = outages.get(orderNo)
    if (!outage) await executeRefund(no, { gateways: configuredGateways })
    else if (outage === 'RETRYING') await executeRefund(no, { gateways: OUTAGE })
    else await failUntilStuck(no)
  }
}

async function failUntilStuck(refundNo: string): Promise<void> {
  while (!(await isStuck(refundNo))) await executeRefund(refundNo, { gateways: OUTAGE })
}

/** One act; a refusal is a fault of the story and ends the demo's making. Returns the number of the case that goes on. */
export async function act(
  no: string,
  actor: Actor,
  command: Parameters<typeof handleCommand>[1]['command'],
): Promise<string> {
  const handled = await runCommand({ scope: PLATFORM, actor, no, command })
  if (!handled.ok) throw new Error(`${command.type} on ${no}: ${JSON.stringify(handled)}`)
  return handled.openedNo ?? no
}

export async function apply(application: Parameters<typeof handleApplication>[1]['application']): Promise<string> {
  const handled = await inTransaction(PLATFORM, (tx) => handleApplication(tx, { scope: PLATFORM, application }))
  if (!handled.ok) throw new Error(`application on ${application.orderNo}: ${JSON.stringify(handled)}`)
  return handled.state.no
}

import { type Actor, type AfterSale, type AfterSaleType, occupiesLines } from '../after-sale'
import type { Command } from '../commands'
import { decideApplication, type OrderFacts } from '../decide/application'
import { evidenceDueAt } from '../dispute'
import type { AfterSaleEvent } from '../events'
import { evolve, replay } from '../evolve'
import { CURRENT_POLICY, type Instant } from '../policy'
import { remind } from '../reminder'
import { isServiceType } from '../service'
import { application, buyer, OFFICE, OPENED_AT, order, orderLine, WAREHOUSE } from './builders'
import { handle } from './scenario'

/** One order and all its cases, moved on by anybody and by time, as a store would keep them. */

/** `saved`: the states that a reader could have seen, oldest first. */
export type Case = { log: AfterSaleEvent[]; state: AfterSale; saved: AfterSale[] }
export type World = { now: Instant; cases: Case[] }
/** `nth`: which of the cases, round and round; `share`: which part of what was paid for the line. */
export type Move =
  | { do: 'apply'; type: AfterSaleType; lines: { lineNo: number; quantity: number; share: number }[] }
  | { do: 'act'; nth: number; act: readonly [Command, Actor]; shopHasAddress: boolean }
  | { do: 'wait'; ms: number }
  | { do: 'waitForDeadline'; nth: number; offset: number }
  | { do: 'waitForSoon'; nth: number; offset: number }
  | { do: 'read'; nth: number }
  | { do: 'sweep' }

/** What was paid for the lines of the order, in fen. */
export const PAID = new Map([
  [1, 10_000],
  [2, 1],
  [3, 29_999],
])

export function play(sequence: readonly Move[]): World {
  return sequence.reduce(step, { now: OPENED_AT, cases: [] })
}

function step(world: World, move: Move): World {
  switch (move.do) {
    case 'wait':
      return { ...world, now: world.now + move.ms }
    case 'waitForDeadline': {
      const state = pick(world, move.nth)?.state
      const dueAt = state?.deadline?.dueAt ?? evidenceDueAt(state?.dispute ?? null) ?? world.now
      return { ...world, now: Math.max(world.now, dueAt + move.offset) }
    }
    case 'waitForSoon': {
      const { dueAt, soonMs } = pick(world, move.nth)?.state.deadline ?? { dueAt: world.now, soonMs: null }
      return { ...world, now: Math.max(world.now, dueAt - (soonMs ?? 0) + move.offset) }
    }
    case 'read':
      return update(world, move.nth, (one) => advance(one, null, { now: world.now, actor: buyer, returnAddresses: [] }))
    case 'sweep':
      return { ...world, cases: world.cases.map((one) => sweep(one, world.now)) }
    case 'act': {
      const returnAddresses = move.shopHasAddress ? [OFFICE, WAREHOUSE] : []
      const [command, actor] = move.act
      return update(world, move.nth, (one) =>
        advance(one, command, { now: world.now, actor, returnAddresses, laterCaseNo: findLater(world, one) }),
      )
    }
    case 'apply':
      return apply(world, move)
  }
}

/** R0.3 The clocks of all cases of the order are settled first, since one of them may free a line. */
function apply({ now, cases }: World, move: Move & { do: 'apply' }): World {
  const settled = cases.map((one) => advance(one, null, { now, actor: buyer, returnAddresses: [WAREHOUSE] }))
  const facts = factsOf(settled)
  const lines = move.lines.map(({ lineNo, quantity, share }) => ({
    lineNo,
    quantity,
    ...(!isServiceType(move.type) && { amountFen: Math.max(1, Math.round((PAID.get(lineNo) ?? 1) * share)) }),
  }))
  const context = {
    actor: buyer,
    now,
    policy: CURRENT_POLICY,
    instantRefundSince: null,
    newNo: `AS${String(cases.length).padStart(4, '0')}`,
  }
  const decision = decideApplication(facts, application({ type: move.type, lines }), context)
  if (!decision.ok) return { now, cases: settled }
  const state = replay(decision.events)
  return { now, cases: [...settled, { log: decision.events, state, saved: [state] }] }
}

function advance(one: Case, act: Command | null, context: Omit<Parameters<typeof handle>[2], 'newId'>): Case {
  const newId = `id-${one.log.length}`
  const { state, settled, decision } = handle(one.state, act, { ...context, newId })
  const log = [...one.log, ...settled, ...(decision.ok ? decision.events : [])]
  return { log, state, saved: [...one.saved, settled.reduce<AfterSale>(evolve, one.state), state] }
}

/** As the worker does: what is over is settled, and then is told what comes soon. */
function sweep(one: Case, now: Instant): Case {
  const settled = advance(one, null, { now, actor: buyer, returnAddresses: [WAREHOUSE] })
  const told = remind(settled.state, now)
  const state = told.reduce<AfterSale>(evolve, settled.state)
  return { log: [...settled.log, ...told], state, saved: [...settled.saved, state] }
}

function factsOf(cases: readonly Case[]): OrderFacts {
  return order(
    ...[...PAID].map(([lineNo, paidFen]) => {
      const states = cases.map(({ state }) => state).filter(({ lines }) => lines.some((line) => line.lineNo === lineNo))
      return orderLine({
        lineNo,
        paidFen,
        refundedFen: refundedOf(cases, lineNo),
        occupiedBy: states.find(({ status }) => occupiesLines(status))?.no ?? null,
        latest: states.at(-1) ?? null,
        dismissedNo: states.find(({ closeReason }) => closeReason === 'DISPUTE_DISMISSED')?.no ?? null,
      })
    }),
  )
}

/** R4.1 A case that was opened later on one of its lines. */
function findLater({ cases }: World, one: Case): string | null {
  const lineNos = one.state.lines.map(({ lineNo }) => lineNo)
  const later = cases.slice(cases.indexOf(one) + 1)
  return later.find(({ state }) => state.lines.some(({ lineNo }) => lineNos.includes(lineNo)))?.state.no ?? null
}

export function refundedOf(cases: readonly Case[], lineNo: number): number {
  return cases
    .flatMap(({ log }) => log)
    .flatMap((event) => (event.type === 'RefundOrdered' ? event.data.lines : []))
    .reduce((sum, line) => (line.lineNo === lineNo ? sum + line.amountFen : sum), 0)
}

function pick({ cases }: World, nth: number): Case | undefined {
  return cases[nth % cases.length]
}

function update(world: World, nth: number, change: (one: Case) => Case): World {
  const one = pick(world, nth)
  return one ? { ...world, cases: world.cases.map((each) => (each === one ? change(one) : each)) } : world
}

import type { Context, LeftOfLine } from '../act'
import type { Actor, AfterSale, ReturnAddress } from '../after-sale'
import type { Clause } from '../clauses'
import type { Application, Command } from '../commands'
import { decide, expire } from '../decide'
import { decideApplication, type OrderFacts } from '../decide/application'
import type { AfterSaleEvent, EventOf, EventType } from '../events'
import { evolve, replay } from '../evolve'
import { CURRENT_POLICY, type Instant } from '../policy'
import type { Decision, Refusal, RefusalCode } from '../refusals'
import { remind } from '../reminder'
import { buyer, OFFICE, OPENED_AT, system, WAREHOUSE } from './builders'

/** Given / When / Then for the after-sales rules. It imports nothing but the domain; a broken expectation throws. */

/** Somebody, the worker or a screen, read the case at this instant: an overdue clock was settled. */
export function readAt(at: Instant): { readAt: Instant } {
  return { readAt: at }
}

/** What lies behind: a reading of the clock, or an act (then, or at the instant of the step before), which must succeed. */
export type Step = { readAt: Instant } | readonly [Actor, Command, Instant?]

/** What one reading of a case leads to: the clock is settled first (R0.3), then the act is judged. */
export type Reading = { state: AfterSale; settled: AfterSaleEvent[]; decision: Decision<AfterSaleEvent> }

export function handle(before: AfterSale, act: Command | null, context: Context): Reading {
  const settled = expire(before, context)
  const state = settled.reduce<AfterSale>(evolve, before)
  const decision = act ? decide(state, act, context) : { ok: true as const, events: [] }
  return { state: decision.ok ? decision.events.reduce<AfterSale>(evolve, state) : state, settled, decision }
}

/** The events that opened a case and what was done to it since. */
export function given(first: EventOf<'Applied'>, ...steps: Step[]): Scenario {
  return steps.reduce(
    (scenario, step) => ('readAt' in step ? scenario.at(step.readAt).read() : scenario.did(...step)),
    new Scenario([first], first.recordedAt, [OFFICE, WAREHOUSE]),
  )
}

/** A buyer's application (or of whoever tries) on an order. */
export function whenApplied(
  facts: OrderFacts,
  sent: Application,
  actor: Actor = buyer,
  at = OPENED_AT,
  usable: readonly string[] = [],
  instantRefundSince: Instant | null = null,
): Outcome {
  const usableAttachments = new Set(usable)
  const context = { actor, now: at, policy: CURRENT_POLICY, newNo: 'AS0002', usableAttachments, instantRefundSince }
  return new Outcome(decideApplication(facts, sent, context))
}

/** What a decision may know besides the case, its clock and its shop's addresses. */
type Around = Pick<Context, 'usableAttachments' | 'laterCaseNo' | 'memberOfShop' | 'leftOfLines'>
type Part<T> = T extends readonly unknown[] ? T : T extends object ? { [K in keyof T]?: Part<T[K]> } : T
export type EventPattern = EventType | { [T in EventType]: Part<EventOf<T>> & { type: T } }[EventType]

class Outcome {
  constructor(private readonly decision: Decision<AfterSaleEvent>) {}

  /** Accepted, with exactly these events, each as far as it is spelt out. */
  thenEvents(...expected: EventPattern[]): this {
    check('these events', this.decision.ok ? this.decision.events : this.decision, expected.map(toPattern))
    return this
  }

  thenRefused<C extends RefusalCode>(code: C, clause?: Clause, detail?: Part<Extract<Refusal, { code: C }>>): this {
    check('a refusal', this.decision, { ok: false, refusal: { code, ...(clause && { clause }), ...detail } })
    return this
  }

  /** R3.1 Another case takes this one's place; null: none does. */
  thenOpens(expected: Part<EventOf<'Applied'>> | null): this {
    check('this case', this.decision.ok ? (this.decision.opens ?? null) : this.decision, expected)
    return this
  }

  /** Of what was accepted. */
  get events(): AfterSaleEvent[] {
    return this.decision.ok ? this.decision.events : []
  }

  get refusal(): Refusal | null {
    return this.decision.ok ? null : this.decision.refusal
  }
}

class Scenario extends Outcome {
  readonly state: AfterSale

  constructor(
    readonly log: readonly AfterSaleEvent[],
    readonly now: Instant,
    private readonly addresses: readonly ReturnAddress[],
    private readonly settled: readonly AfterSaleEvent[] = [],
    decision: Decision<AfterSaleEvent> = { ok: true, events: [] },
    private readonly around: Around = {},
  ) {
    super(decision)
    this.state = replay(log)
  }

  /** The shop's return addresses from now on. */
  withAddresses(...addresses: ReturnAddress[]): Scenario {
    return new Scenario(this.log, this.now, addresses)
  }

  /** The files that whoever acts next may put on the case. */
  withFiles(...ids: string[]): Scenario {
    return this.amid({ usableAttachments: new Set(ids) })
  }

  /** R4.1 A case that was opened on the line since. */
  withLaterCase(laterCaseNo: string): Scenario {
    return this.amid({ laterCaseNo })
  }

  /** R4.7 Whoever acts next works for the shop. */
  asMemberOfShop(): Scenario {
    return this.amid({ memberOfShop: true })
  }

  /** R4.5 What is left to refund of the lines of a service. */
  withLeftOfLines(...leftOfLines: LeftOfLine[]): Scenario {
    return this.amid({ leftOfLines })
  }

  private amid(around: Around): Scenario {
    return new Scenario(this.log, this.now, this.addresses, [], undefined, around)
  }

  at(now: Instant): Scenario {
    return new Scenario(this.log, now, this.addresses)
  }

  after(ms: number): Scenario {
    return this.at(this.now + ms)
  }

  /** Settles the clock and does nothing else, as the worker and every query do. */
  read(): Scenario {
    return this.handle(system, null)
  }

  /** The worker comes by: it settles the clock, and tells what comes soon. */
  sweep(): Scenario {
    const read = this.read()
    const told = remind(read.state, this.now)
    return new Scenario([...read.log, ...told], this.now, this.addresses, read.settled, { ok: true, events: told })
  }

  when(actor: Actor, act: Command): Scenario {
    return this.handle(actor, act)
  }

  /** As `when`, for what has to succeed before the test begins. */
  did(actor: Actor, act: Command, at: Instant = this.now): Scenario {
    const done = this.at(at).when(actor, act)
    if (done.refusal) throw new Error(`given: ${actor.role} could not ${act.type}: ${JSON.stringify(done.refusal)}`)
    return done
  }

  /** R0.3 The expiry that this reading met and recorded before it judged the act. */
  thenSettled(...expected: EventPattern[]): this {
    check('this expiry', this.settled, expected.map(toPattern))
    return this
  }

  thenState(expected: Part<AfterSale>): this {
    check('this state', this.state, expected)
    return this
  }

  private handle(actor: Actor, act: Command | null): Scenario {
    const context = {
      actor,
      now: this.now,
      returnAddresses: this.addresses,
      newId: `id-${this.log.length + 1}`,
      newNo: 'AS0009',
      usableAttachments: new Set<string>(),
      ...this.around,
    }
    const { settled, decision } = handle(this.state, act, context)
    const log = [...this.log, ...settled, ...(decision.ok ? decision.events : [])]
    return new Scenario(log, this.now, this.addresses, settled, decision)
  }
}

function toPattern(expected: EventPattern) {
  return typeof expected === 'string' ? { type: expected } : expected
}

/** `actual` and `expected` on the error let the test runner show the difference. */
function check(what: string, actual: unknown, expected: unknown): void {
  if (!covers(actual, expected)) throw Object.assign(new Error(`expected ${what}`), { actual, expected })
}

/** Everything that `expected` spells out is so; lists are of the same length. */
function covers(actual: unknown, expected: unknown): boolean {
  if (typeof expected !== 'object' || expected === null) return Object.is(actual, expected)
  if (typeof actual !== 'object' || actual === null || Array.isArray(actual) !== Array.isArray(expected)) return false
  if (Array.isArray(expected) && Object.keys(actual).length !== expected.length) return false
  return Object.entries(expected).every(([key, part]) => key in actual && covers(Reflect.get(actual, key), part))
}

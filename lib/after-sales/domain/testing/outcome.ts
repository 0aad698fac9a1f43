import type { Clause } from '../clauses'
import type { AfterSaleEvent, EventOf, EventType } from '../events'
import type { Decision, Refusal, RefusalCode } from '../refusals'

export type Part<T> = T extends readonly unknown[] ? T : T extends object ? { [K in keyof T]?: Part<T[K]> } : T
export type EventPattern = EventType | { [T in EventType]: Part<EventOf<T>> & { type: T } }[EventType]

/** What a decision led to, and what is expected of it; a broken expectation throws. */
export class Outcome {
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

  /** The event that opened the case which was applied for. */
  get first(): EventOf<'Applied'> {
    const event = this.decision.ok ? this.decision.events[0] : undefined
    if (event?.type !== 'Applied') throw new Error('no case was applied for')
    return event
  }

  /** The first event of the case that takes this one's place. */
  get opens(): EventOf<'Applied'> {
    if (!this.decision.ok || !this.decision.opens) throw new Error('no other case was opened')
    return this.decision.opens
  }

  /** Of what was accepted. */
  get events(): AfterSaleEvent[] {
    return this.decision.ok ? this.decision.events : []
  }

  get refusal(): Refusal | null {
    return this.decision.ok ? null : this.decision.refusal
  }
}

export function toPattern(expected: EventPattern) {
  return typeof expected === 'string' ? { type: expected } : expected
}

/** `actual` and `expected` on the error let the test runner show the difference. */
export function check(what: string, actual: unknown, expected: unknown): void {
  if (!covers(actual, expected)) throw Object.assign(new Error(`expected ${what}`), { actual, expected })
}

/** Everything that `expected` spells out is so; lists are of the same length. */
function covers(actual: unknown, expected: unknown): boolean {
  if (typeof expected !== 'object' || expected === null) return Object.is(actual, expected)
  if (typeof actual !== 'object' || actual === null || Array.isArray(actual) !== Array.isArray(expected)) return false
  if (Array.isArray(expected) && Object.keys(actual).length !== expected.length) return false
  return Object.entries(expected).every(([key, part]) => key in actual && covers(Reflect.get(actual, key), part))
}

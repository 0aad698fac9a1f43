import type { AfterSale, CloseReason } from './after-sale'
import type { Instant } from './policy'

/** What changes a case, as `evolve` writes it. */

/** A change that somebody who saw the case before has to know of. */
export function next(state: AfterSale, change: Partial<AfterSale>): AfterSale {
  return { ...state, ...change, version: state.version + 1 }
}

/** The last one. */
export function end(state: AfterSale, closedAt: Instant, change: Partial<AfterSale>): AfterSale {
  return next(state, { deadline: null, expired: null, closedAt, ...change })
}

export function close(state: AfterSale, at: Instant, closeReason: CloseReason): AfterSale {
  return end(state, at, { status: 'CLOSED', closeReason })
}

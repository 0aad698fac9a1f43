import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Done, Order } from './hand'

/** Worker processes that stay from one measurement to the next, as workers do. */

export type Hand = ChildProcess

export function startHand(): Hand {
  return fork(join(import.meta.dirname, 'hand.ts'), { execArgv: ['--import', 'tsx'] })
}

/** What so many did together: from the word to the last one's end, in s, and the processors' time that it took, in ms. */
export type Met = { done: number; seconds: number; cpuMs: number }

/** Lets these hands work at once. `readCpuMs`: what the others have cost so far. Throws when a hand dies of it. */
export async function setToWork(
  hands: readonly Hand[],
  order: Omit<Order, 'index' | 'of'>,
  readCpuMs: () => number,
): Promise<Met> {
  await Promise.all(hands.map((hand, index) => ask(hand, { ...order, index, of: hands.length })))
  const before = readCpuMs()
  const begun = performance.now()
  const all = (await Promise.all(hands.map((hand) => ask(hand, 'go')))).filter(isDone)
  const seconds = (performance.now() - begun) / 1000
  const met = {
    done: all.reduce((total, { done }) => total + done, 0),
    seconds,
    cpuMs: all.reduce((total, { cpuMs }) => total + cpuMs, 0) + readCpuMs() - before,
  }
  await Promise.all(hands.map((hand) => ask(hand, 'end')))
  return met
}

async function ask(hand: Hand, what: Order | 'go' | 'end'): Promise<unknown> {
  const waiting = new AbortController()
  const died = once(hand, 'exit', { signal: waiting.signal }).then(() => {
    throw new Error('A worker process died.')
  })
  const answered = once(hand, 'message', { signal: waiting.signal })
  hand.send(what)
  try {
    const [said] = await Promise.race([answered, died])
    return said
  } finally {
    waiting.abort()
    for (const left of [answered, died]) left.catch(() => undefined)
  }
}

function isDone(said: unknown): said is Done {
  return typeof said === 'object' && said !== null && 'done' in said
}

import { setTimeout as wait } from 'node:timers/promises'
import type { Chance } from '../chance'
import type { Tally } from '../tally'

/** What came of a request: an answer, a refusal for good, or nothing for so long that it was given up. */
export type Answer =
  | { kind: 'done'; body: unknown }
  | { kind: 'refused'; status: number; code: string }
  | { kind: 'unknown' }

export type Call = {
  method: 'GET' | 'PUT' | 'POST'
  /** Below /api/v1. */
  path: string
  key: string
  body?: object
  /** Its Idempotency-Key: with it a lost answer is asked for again. */
  name?: string
}

/** A caller that asks whichever web process is up, and asks again until it is answered. */
export type Client = { call(call: Call): Promise<Answer> }

export type ClientOptions = {
  /** Where the web processes are at the moment. */
  addresses: () => string[]
  chance: Chance
  tally: Tally
}

const ANSWER_WITHIN_MS = 15_000
const PATIENCE_MS = 60_000
/** The wait before asking again; each time somewhere else, by chance. */
const AGAIN_MS = [100, 700] as const

type Heard = Exclude<Answer, { kind: 'unknown' }> | { kind: 'again'; why: string }

export function createClient({ addresses, chance, tally }: ClientOptions): Client {
  return {
    async call(call) {
      const until = performance.now() + PATIENCE_MS
      do {
        const up = addresses()
        const heard: Heard = up.length > 0 ? await ask(chance.pick(up), call) : { kind: 'again', why: 'nobody there' }
        tally.count(heard.kind === 'again' ? heard.why : heard.kind)
        if (heard.kind !== 'again') return heard
        await wait(chance.int(...AGAIN_MS))
      } while (performance.now() < until)
      tally.count('given up')
      return { kind: 'unknown' }
    },
  }
}

async function ask(address: string, { method, path, key, body, name }: Call): Promise<Heard> {
  try {
    const response = await fetch(`${address}/api/v1/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        'accept-language': 'en',
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(name === undefined ? {} : { 'idempotency-key': name }),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
    const said: unknown = response.status === 204 ? null : await response.json()
    if (response.ok) return { kind: 'done', body: said }
    const code = codeOf(said)
    if (response.status >= 500) return { kind: 'again', why: `answered ${response.status}` }
    if (code === 'idempotencyInProgress') return { kind: 'again', why: code }
    return { kind: 'refused', status: response.status, code }
  } catch {
    return { kind: 'again', why: 'answer lost' }
  }
}

function codeOf(said: unknown): string {
  const code: unknown = typeof said === 'object' && said !== null ? Reflect.get(said, 'code') : undefined
  return typeof code === 'string' ? code : 'none'
}

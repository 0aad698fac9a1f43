import { EVERY_KEY, type KeyKind } from '@/lib/api/openapi/note'
import type { Operation } from './operations'
import type { Prepared } from './valid-request'
import { CLOSED_KEYS, type World } from './world'

/** Somebody whose an operation is not, and what he may be told, whatever he sends. */
export type Stranger = { done: string; key: string | null; statuses: readonly number[] }

export function strangersTo({ keys, path }: Operation, { own, other, closed }: World): Stranger[] {
  const outside = CLOSED_KEYS.map((done) => ({ done, key: closed[done], statuses: [401] }))
  const inside = without(keys).map((kind) => ({ done: `our ${kind}`, key: own.keys[kind], statuses: [403, 404] }))
  const others = (['AGENT', 'MANAGER'] as const)
    .filter((kind) => path.includes('{') || !keys.includes(kind))
    .map((kind) => ({ done: `another shop’s ${kind}`, key: other.keys[kind], statuses: [403, 404] }))
  return [...outside, ...inside, ...others]
}

/** Whether a request names something that is the own shop's, in its path or in its body. */
export function namesOwn({ params, value }: Prepared, world: World): boolean {
  const body = Object(value)
  return Object.keys(params).length > 0 || body.shopId === world.own.shopId || typeof body.orderNo === 'string'
}

export function without(keys: readonly KeyKind[]): KeyKind[] {
  return EVERY_KEY.filter((kind) => !keys.includes(kind))
}

import { headers } from 'next/headers'
import { type LaneOf, readLanes } from './known-accounts'

/** Whoever tries to sign in: where he comes from, and which accounts his browser knows. */
export type Caller = { address: string; laneOf: LaneOf }

/** Whoever sends this request. */
export async function readCaller(): Promise<Caller> {
  return { address: addressOf(await headers()), laneOf: await readLanes() }
}

/**
 * The address of a request: what the nearest proxy added to X-Forwarded-For, which is its last entry; Next.js puts the
 * connection's own address there when nobody else did.
 */
export function addressOf(headers: Pick<Headers, 'get'>): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown'
}

import { createHash } from 'node:crypto'
import { limitersOf, type Taken } from '@/lib/auth/limiters-store'
import { networkOf } from '@/lib/auth/network'

/** Links that lead nowhere, from one place, before the next one is not even looked up. */
export const LINK_LIMIT = { points: 30, duration: 15 * 60 } as const

const limiter = limitersOf({ link: LINK_LIMIT })

/** Counts a link as wrong until it is given back. Says how long to wait when it may not even be tried. */
export function takeLinkAttempt(address: string): Promise<Taken> {
  return limiter('link').take(digest(address))
}

/** The link was a real one: its address is not held to it. */
export async function giveBackLinkAttempt(address: string): Promise<void> {
  await limiter('link').giveBack(digest(address))
}

function digest(address: string): string {
  return createHash('sha256').update(networkOf(address)).digest('base64url')
}

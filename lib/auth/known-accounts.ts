import { createHash, randomUUID } from 'node:crypto'
import { cookies } from 'next/headers'
import { z } from 'zod'
import { hostCookie } from './cookie'
import { openToken, sealToken } from './token'

/**
 * Which accounts this browser has signed in to. It opens nothing; it is where the browser's own failures are counted, so that
 * nobody who tries the account from elsewhere keeps its owner out here (OWASP: device cookies).
 */

const COOKIE = 'known-accounts'
const MAX_AGE_S = 365 * 24 * 60 * 60
/** Of one browser, newest first. */
const MOST = 8

const claimsSchema = z.array(z.object({ account: z.string(), lane: z.string() }))

/** The lane that this browser has for an account, by its address in lower case; null where it is a stranger. */
export type LaneOf = (email: string) => string | null

export async function readLanes(): Promise<LaneOf> {
  const known = await readKnown()
  return (email) => known.find(({ account }) => account === digest(email))?.lane ?? null
}

/** After signing in: a new lane, so that what a copy of the old cookie still does is not counted here. */
export async function rememberAccount(email: string): Promise<void> {
  const account = digest(email)
  const others = (await readKnown()).filter((one) => one.account !== account)
  const known = [{ account, lane: randomUUID() }, ...others].slice(0, MOST)
  const value = await sealToken('known-accounts', { claims: { known }, maxAgeS: MAX_AGE_S })
  ;(await cookies()).set({ ...hostCookie(COOKIE), value, maxAge: MAX_AGE_S })
}

async function readKnown() {
  const token = await openToken('known-accounts', (await cookies()).get(hostCookie(COOKIE).name)?.value)
  return claimsSchema.safeParse(token?.claims.known).data ?? []
}

function digest(email: string): string {
  return createHash('sha256').update(email).digest('base64url')
}

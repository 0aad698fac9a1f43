import { headers } from 'next/headers'
import { addressOf } from '@/lib/auth/caller'
import { readLink } from './queries'
import { giveBackLinkAttempt, takeLinkAttempt } from './throttle-store'
import type { LinkView } from './views'

const MINUTE_MS = 60_000

/** What is behind a link, for whoever looks (null: not signed in); who tries many that lead nowhere has to wait. */
export async function openLink(token: string, viewerId: string | null): Promise<LinkView> {
  const address = addressOf(await headers())
  const taken = await takeLinkAttempt(address)
  if (!taken.ok) return { kind: 'THROTTLED', minutes: Math.ceil(taken.retryAfterMs / MINUTE_MS) }
  const found = await readLink(token, viewerId)
  if (found.kind !== 'UNKNOWN') await giveBackLinkAttempt(address)
  return found
}

import type { ApiKey } from '@/lib/auth/api-keys'
import { env } from '@/lib/env'
import type { Answer } from './answer'
import { problem } from './problem'
import { type Count, countRequest, WINDOW_S } from './rate-limit-store'

/**
 * Answers a request within what its key may ask in a minute, and tells in every answer what is left of it (`RateLimit-*`,
 * the reset in seconds); one too many is 429 with `Retry-After`. The sandbox counts nothing.
 */
export async function withinRateLimit(key: ApiKey, handle: () => Promise<Answer>): Promise<Answer> {
  const limit = limitOf(key)
  if (limit === null) return handle()
  const count = await countRequest(key.id, limit)
  const answer = count.allowed ? await handle() : tooManyRequests(limit, count)
  return { ...answer, headers: { ...answer.headers, ...headersOf(limit, count) } }
}

/** Requests a minute; null for as many as there are. */
function limitOf({ kind }: ApiKey): number | null {
  const { AFTERDESK_SANDBOX, AFTERDESK_RATE_LIMIT_PLATFORM, AFTERDESK_RATE_LIMIT_SHOP } = env()
  if (AFTERDESK_SANDBOX) return null
  return (kind === 'PLATFORM' ? AFTERDESK_RATE_LIMIT_PLATFORM : AFTERDESK_RATE_LIMIT_SHOP) || null
}

function headersOf(limit: number, { remaining, resetMs }: Count): Record<string, string> {
  return {
    'RateLimit-Limit': String(limit),
    'RateLimit-Remaining': String(remaining),
    'RateLimit-Reset': String(secondsOf(resetMs)),
  }
}

function tooManyRequests(limit: number, { resetMs }: Count): Answer {
  const seconds = secondsOf(resetMs)
  const detail = `This key may ask ${limit} times in ${WINDOW_S} seconds. Ask again in ${seconds}.`
  return { ...problem(429, 'tooManyRequests', { detail }), headers: { 'Retry-After': String(seconds) } }
}

/** Rounded up: who waits so long does not come too early. */
function secondsOf(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1000))
}
